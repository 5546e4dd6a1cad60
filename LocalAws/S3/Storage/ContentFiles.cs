using System.Globalization;
using Microsoft.Win32.SafeHandles;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>The files that hold the contents of objects.</summary>
/// <remarks>
/// A file is written once, under a name no other run of the process uses, and never changed: an object is replaced by
/// pointing its row at another file, so a reader that has the old file open reads the old object to its end.
/// A file without a row (an upload a crash interrupted, a deletion it prevented) is removed by <see cref="Sweep"/>.
/// </remarks>
internal sealed partial class ContentFiles
{
    private readonly ContentLeases _leases = new();
    private readonly string _directory;
    private readonly FsyncPolicy _fsync;
    private readonly IDisk _disk;
    private readonly ILogger _logger;
    private readonly long _run;
    private long _lastCounter = -1;
    private volatile string _lastFolder = "";

    public ContentFiles(string directory, FsyncPolicy fsync, IDisk disk, ILogger logger)
    {
        _directory = directory;
        _fsync = fsync;
        _disk = disk;
        _logger = logger;
        DirectoryEntries.Create(directory, disk);
        _run = ExistingRuns().DefaultIfEmpty(0).Max() + 1;
        DirectoryEntries.Create(Path.Combine(directory, ContentId.RunFolder(_run)), disk);
    }

    /// <summary>Creates an empty file for an upload.</summary>
    public ObjectUpload Create(ChecksumAlgorithm algorithm)
    {
        var id = ContentId.Create(_run, Interlocked.Increment(ref _lastCounter));
        var path = PathOf(id);
        var folder = Path.GetDirectoryName(path)!;
        if (folder != _lastFolder)
        {
            DirectoryEntries.Create(folder, _disk);
            _lastFolder = folder;
        }
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);
        return new ObjectUpload(id, path, file, algorithm, _fsync, _disk);
    }

    /// <summary>Opens content for reading; null when it has been deleted since its row was read.</summary>
    public ContentReader? TryOpen(IReadOnlyList<ContentPiece> pieces)
    {
        var first = pieces[0].Id;
        if (pieces.Count > 1)
        {
            return _leases.TryAcquire(first, () => File.Exists(PathOf(first)))
                ? new ContentReader(this, pieces, () => _leases.Release(first))
                : null;
        }
        var reader = new ContentReader(this, pieces, () => { });
        try
        {
            reader.Open(0);
            return reader;
        }
        catch (DamagedContentException)
        {
            return null;
        }
    }

    /// <summary>Opens one file.</summary>
    /// <exception cref="DamagedContentException">There is none.</exception>
    public SafeFileHandle Open(ContentId id)
    {
        try
        {
            return File.OpenHandle(
                PathOf(id),
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                FileOptions.Asynchronous);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DamagedContentException($"The content file {id.RelativePath} is missing.");
        }
    }

    /// <summary>The length of a file; null when there is none.</summary>
    public long? LengthOf(ContentId id)
    {
        var file = new FileInfo(PathOf(id));
        return file.Exists ? file.Length : null;
    }

    /// <summary>Deletes the files of a content that no row points at any more.</summary>
    public void Delete(IReadOnlyList<ContentId> content)
    {
        if (content.Count > 1)
        {
            _leases.DeleteWhenFree(content[0], () => DeleteFiles(content));
        }
        else
        {
            DeleteFiles(content);
        }
    }

    /// <summary>Deletes the files of earlier runs that <paramref name="referenced"/> does not name.</summary>
    /// <returns>How many files it deleted.</returns>
    /// <remarks>May run beside uploads: those write into this run's folder, which it leaves alone.</remarks>
    public int Sweep(IReadOnlySet<ContentId> referenced, CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var run in ExistingRuns().Where(run => run != _run))
        {
            var runFolder = Path.Combine(_directory, ContentId.RunFolder(run));
            foreach (var folder in Directory.EnumerateDirectories(runFolder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                deleted += SweepFolder(folder, run, referenced);
            }
            DeleteIfEmpty(runFolder);
        }
        return deleted;
    }

    private void DeleteFiles(IReadOnlyList<ContentId> content)
    {
        foreach (var id in content)
        {
            try
            {
                File.Delete(PathOf(id));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The write itself is done; the file has no row any more, so the next start removes it.
                LogNotDeleted(exception, id.RelativePath);
            }
        }
    }

    private static int SweepFolder(string folder, long run, IReadOnlySet<ContentId> referenced)
    {
        var deleted = 0;
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var isContent = TryParseHex(Path.GetFileName(path), out var counter);
            if (isContent && !referenced.Contains(ContentId.Create(run, counter)))
            {
                File.Delete(path);
                deleted++;
            }
        }
        DeleteIfEmpty(folder);
        return deleted;
    }

    private static void DeleteIfEmpty(string folder)
    {
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    private IEnumerable<long> ExistingRuns()
    {
        foreach (var folder in Directory.GetDirectories(_directory))
        {
            if (TryParseHex(Path.GetFileName(folder), out var run))
            {
                yield return run;
            }
        }
    }

    private string PathOf(ContentId id) => Path.Combine(_directory, id.RelativePath);

    private static bool TryParseHex(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    [LoggerMessage(LogLevel.Warning, "The replaced content {Path} could not be deleted; the next start will.")]
    private partial void LogNotDeleted(Exception exception, string path);
}
