using System.Text.Json;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Admin.Snapshots;

/// <summary>
/// Puts other data in the place of that of all services, so that a crash leaves the old or the new, never a mixture.
/// </summary>
/// <remarks>
/// The new data is copied beside the old first; then a journal says what is to happen, which is the moment of the
/// change; then it happens, and whatever interrupts it, <see cref="Complete"/> carries on from the journal. What is
/// in the data directory and is no service's stays. No store may be open meanwhile.
/// </remarks>
internal sealed partial class DataReplacement(DataDirectory data, ILogger<DataReplacement> logger)
{
    private readonly string _staging = Path.Combine(data.Path, "replacement");
    private readonly string _journal = Path.Combine(data.Path, "replacement.json");

    /// <summary>Replaces the data of all services.</summary>
    /// <param name="source">A directory with one directory for each service; null for no data at all.</param>
    public void Replace(string? source)
    {
        DirectoryTree.Delete(_staging);
        if (source is not null)
        {
            DirectoryTree.Copy(source, _staging, data.Disk);
        }

        string[] staged = source is null ? [] : [.. Directory.EnumerateDirectories(_staging).Select(Name)];
        var journal = new ReplacementJournal([.. data.Services.Union(staged)], staged);
        AtomicFile.Write(
            _journal,
            JsonSerializer.SerializeToUtf8Bytes(journal, AdminJsonContext.Default.ReplacementJournal),
            data.Disk);
        Complete();
    }

    /// <summary>
    /// Carries an interrupted replacement to its end, or takes back one that had not come to its journal.
    /// </summary>
    /// <exception cref="LocalAwsStartupException">
    /// A file cannot be moved or deleted, or the journal is damaged.
    /// </exception>
    public void Complete()
    {
        try
        {
            if (File.Exists(_journal))
            {
                Apply(JsonSerializer.Deserialize(
                    File.ReadAllBytes(_journal), AdminJsonContext.Default.ReplacementJournal)!);
            }

            DirectoryTree.Delete(_staging);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new LocalAwsStartupException(
                $"an interrupted reset or restore of '{data.Path}' cannot be completed ({exception.Message}). "
                + "Make the directory writable, or delete it to start without data.",
                exception);
        }
    }

    private void Apply(ReplacementJournal journal)
    {
        foreach (var service in journal.Services)
        {
            var target = Path.Combine(data.Path, service);
            var copy = Path.Combine(_staging, service);
            if (!journal.Staged.Contains(service))
            {
                DirectoryTree.Delete(target);
            }
            else if (Directory.Exists(copy))
            {
                // Where it is no longer in the staging directory, it came to its place before the interruption.
                DirectoryTree.Delete(target);
                Directory.Move(copy, target);
            }
        }

        data.Disk.FlushDirectory(data.Path);
        File.Delete(_journal);
        LogReplaced(data.Path, string.Join(", ", journal.Staged));
    }

    private static string Name(string directory) => Path.GetFileName(directory);

    [LoggerMessage(LogLevel.Information, "Replaced the data in {DataDirectory}; there is data now of: {Services}.")]
    private partial void LogReplaced(string dataDirectory, string services);
}

/// <summary>What a replacement has still to do.</summary>
/// <param name="Services">The directories whose old data goes.</param>
/// <param name="Staged">Those of them that have new data.</param>
internal sealed record ReplacementJournal(IReadOnlyList<string> Services, IReadOnlyList<string> Staged);
