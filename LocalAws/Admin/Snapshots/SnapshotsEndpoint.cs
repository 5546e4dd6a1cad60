using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Admin.Faults;
using TelemetryAspire.LocalAws.Hosting;

namespace TelemetryAspire.LocalAws.Admin.Snapshots;

/// <summary>
/// <c>/_localaws/reset</c> and <c>/_localaws/snapshots</c>: all data goes, is kept aside, or comes back.
/// </summary>
internal sealed partial class SnapshotsEndpoint(
    GenerationHost generations, DataReplacement replacement, SnapshotStore snapshots, FaultInjector faults)
{
    private static readonly AdminJsonContext Json = AdminJsonContext.Default;

    /// <summary>The handlers of <c>reset</c>.</summary>
    public IReadOnlyDictionary<string, RequestDelegate> Reset => new Dictionary<string, RequestDelegate>
    {
        ["POST"] = ResetAsync,
    };

    /// <summary>The handlers of <c>snapshots</c>.</summary>
    public IReadOnlyDictionary<string, RequestDelegate> All => new Dictionary<string, RequestDelegate>
    {
        ["GET"] = context => AdminRequest.WriteAsync(
            context,
            StatusCodes.Status200OK,
            new SnapshotList([.. snapshots.List().Select(Describe)]),
            Json.SnapshotList),
    };

    /// <summary>The handlers of <c>snapshots/{name}</c>.</summary>
    public IReadOnlyDictionary<string, RequestDelegate> One(string name) => new Dictionary<string, RequestDelegate>
    {
        ["GET"] = context => WriteAsync(context, StatusCodes.Status200OK, name),
        ["PUT"] = context => SaveAsync(context, Checked(name)),
        ["DELETE"] = context => DeleteAsync(context, name),
    };

    /// <summary>The handlers of <c>snapshots/{name}/restore</c>.</summary>
    public IReadOnlyDictionary<string, RequestDelegate> Restore(string name) => new Dictionary<string, RequestDelegate>
    {
        ["POST"] = context => RestoreAsync(context, name),
    };

    private async Task ResetAsync(HttpContext context)
    {
        await AdminRequest.ReadAsync(context, Json.NoMembers, empty: new NoMembers());
        await generations.ReplaceAsync(() => replacement.Replace(source: null), context.RequestAborted);
        faults.Disarm();
        await WriteStatusAsync(context, "reset");
    }

    private async Task SaveAsync(HttpContext context, string name)
    {
        await AdminRequest.ReadAsync(context, Json.NoMembers, empty: new NoMembers());
        var status = snapshots.Find(name) is null ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await generations.ReplaceAsync(() => snapshots.Save(name), context.RequestAborted);
        await WriteAsync(context, status, name);
    }

    private async Task RestoreAsync(HttpContext context, string name)
    {
        await AdminRequest.ReadAsync(context, Json.NoMembers, empty: new NoMembers());
        if (snapshots.Find(name) is null)
        {
            // Told before anything stops for it.
            throw SnapshotStore.NotFound(name);
        }

        await generations.ReplaceAsync(() => snapshots.Use(name, replacement.Replace), context.RequestAborted);
        await WriteStatusAsync(context, "restored");
    }

    private Task DeleteAsync(HttpContext context, string name)
    {
        snapshots.Delete(name);
        return WriteStatusAsync(context, "deleted");
    }

    private Task WriteAsync(HttpContext context, int statusCode, string name) => AdminRequest.WriteAsync(
        context,
        statusCode,
        Describe(snapshots.Find(name) ?? throw SnapshotStore.NotFound(name)),
        Json.SnapshotDescription);

    private static Task WriteStatusAsync(HttpContext context, string status) =>
        AdminRequest.WriteAsync(context, StatusCodes.Status200OK, new AdminStatus(status), Json.AdminStatus);

    private static SnapshotDescription Describe(SnapshotEntry entry) =>
        new(entry.Name, entry.CreatedAt, entry.SizeBytes);

    private static string Checked(string name) => NamePattern().IsMatch(name)
        ? name
        : throw AdminException.Validation("name", "must have 1 to 128 letters, digits, dots, dashes and underscores");

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,128}\z")]
    private static partial Regex NamePattern();
}

/// <summary>A snapshot as the API shows it.</summary>
internal sealed record SnapshotDescription(string Name, DateTimeOffset CreatedAt, long SizeBytes);

/// <summary>The answer of <c>GET /_localaws/snapshots</c>.</summary>
internal sealed record SnapshotList(IReadOnlyList<SnapshotDescription> Snapshots);
