using TelemetryAspire.LocalAws.Admin.Faults;
using TelemetryAspire.LocalAws.Admin.Snapshots;

namespace TelemetryAspire.LocalAws.Admin;

/// <summary>Which handler a request of the admin API means.</summary>
internal sealed class AdminRoutes(FaultsEndpoint faults, SnapshotsEndpoint snapshots)
{
    /// <summary>Finds the handler.</summary>
    /// <exception cref="AdminException">NotFound, MethodNotAllowed.</exception>
    public RequestDelegate Find(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/')[2..];
        var handlers = path switch
        {
            ["faults"] => faults.Handlers,
            ["reset"] => snapshots.Reset,
            ["snapshots"] => snapshots.All,
            ["snapshots", var name] => snapshots.One(name),
            ["snapshots", var name, "restore"] => snapshots.Restore(name),
            _ => throw AdminException.NotFound($"There is nothing at {context.Request.Path}."),
        };
        return handlers.TryGetValue(context.Request.Method, out var handler)
            ? handler
            : throw MethodNotAllowed(context, string.Join(", ", handlers.Keys));
    }

    public static AdminException MethodNotAllowed(HttpContext context, string allowed)
    {
        context.Response.Headers.Allow = allowed;
        return new AdminException(
            StatusCodes.Status405MethodNotAllowed,
            "MethodNotAllowed",
            $"{context.Request.Path} takes {allowed}.");
    }
}
