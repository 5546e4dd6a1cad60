using System.Text.Json;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Admin.Snapshots;

/// <summary>Copies of the data of all services, by name, in the data directory.</summary>
/// <remarks>
/// Thread-safe. A snapshot is there once the index names it; a directory that the index does not name is what an
/// interrupted call left. Directories have names of their own, so that no name of a snapshot reaches the file system.
/// </remarks>
internal sealed class SnapshotStore
{
    private readonly Lock _lock = new();
    private readonly DataDirectory _data;
    private readonly TimeProvider _timeProvider;
    private readonly string _directory;
    private readonly string _indexFile;

    // Replaced under _lock, read without.
    private volatile IReadOnlyList<SnapshotEntry> _entries;

    public SnapshotStore(DataDirectory data, TimeProvider timeProvider)
    {
        _data = data;
        _timeProvider = timeProvider;
        _directory = Path.Combine(data.Path, "snapshots");
        _indexFile = Path.Combine(_directory, "index.json");
        _entries = File.Exists(_indexFile) ? ReadIndex() : [];
        DeleteForgotten();
    }

    /// <summary>All snapshots, by name.</summary>
    public IReadOnlyList<SnapshotEntry> List() => [.. _entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)];

    /// <summary>The snapshot of that name, or null.</summary>
    public SnapshotEntry? Find(string name) => _entries.FirstOrDefault(entry => entry.Name == name);

    /// <summary>Copies the data of all services; no store may be open meanwhile.</summary>
    public void Save(string name)
    {
        lock (_lock)
        {
            var folder = Guid.NewGuid().ToString("N");
            try
            {
                DirectoryEntries.Create(Path.Combine(_directory, folder), _data.Disk);
                var bytes = _data.Services.Sum(service => DirectoryTree.Copy(
                    Path.Combine(_data.Path, service), Path.Combine(_directory, folder, service), _data.Disk));
                _data.Disk.FlushDirectory(Path.Combine(_directory, folder));
                var entry = new SnapshotEntry(name, _timeProvider.GetUtcNow(), bytes, folder);
                WriteIndex([.. _entries.Where(other => other.Name != name), entry]);
            }
            finally
            {
                DeleteForgotten();
            }
        }
    }

    /// <summary>Gives the directory of a snapshot, which stays while <paramref name="use"/> runs.</summary>
    /// <exception cref="AdminException">There is none of that name.</exception>
    public void Use(string name, Action<string> use)
    {
        lock (_lock)
        {
            var entry = Find(name) ?? throw NotFound(name);
            use(Path.Combine(_directory, entry.Folder));
        }
    }

    /// <summary>Deletes a snapshot.</summary>
    /// <exception cref="AdminException">There is none of that name.</exception>
    public void Delete(string name)
    {
        lock (_lock)
        {
            var entry = Find(name) ?? throw NotFound(name);
            WriteIndex([.. _entries.Where(other => other != entry)]);
            DeleteForgotten();
        }
    }

    public static AdminException NotFound(string name) =>
        AdminException.NotFound($"There is no snapshot '{name}'; PUT /_localaws/snapshots/{name} makes one.");

    private IReadOnlyList<SnapshotEntry> ReadIndex()
    {
        try
        {
            return JsonSerializer.Deserialize(
                File.ReadAllBytes(_indexFile), AdminJsonContext.Default.IReadOnlyListSnapshotEntry)!;
        }
        catch (JsonException exception)
        {
            throw new LocalAwsStartupException(
                $"the file '{_indexFile}' is damaged ({exception.Message}). "
                + "Restore it, or delete its directory and with it the snapshots.",
                exception);
        }
    }

    private void WriteIndex(IReadOnlyList<SnapshotEntry> entries)
    {
        AtomicFile.Write(
            _indexFile,
            JsonSerializer.SerializeToUtf8Bytes(entries, AdminJsonContext.Default.IReadOnlyListSnapshotEntry),
            _data.Disk);
        _entries = entries;
    }

    private void DeleteForgotten()
    {
        if (!Directory.Exists(_directory))
        {
            return;
        }

        foreach (var folder in Directory.GetDirectories(_directory))
        {
            if (!_entries.Any(entry => entry.Folder == Path.GetFileName(folder)))
            {
                DirectoryTree.Delete(folder);
            }
        }
    }
}

/// <summary>A snapshot as the index keeps it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="SizeBytes">The size of its files.</param>
/// <param name="Folder">Its directory, below that of all snapshots.</param>
internal sealed record SnapshotEntry(string Name, DateTimeOffset CreatedAt, long SizeBytes, string Folder);
