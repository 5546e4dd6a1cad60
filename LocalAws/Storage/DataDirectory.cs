using System.Collections.Concurrent;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>
/// The one directory that holds everything LocalAws acknowledged, owned by this process while it is open.
/// </summary>
/// <remarks>
/// Ownership is a lock of the operating system on a file, so it ends with the process, however that ends: no stale
/// lock ever keeps a restart from its data.
/// </remarks>
internal sealed class DataDirectory : IDisposable
{
    private const string LockFileName = "localaws.lock";
    private readonly FileStream _lock;
    private readonly ConcurrentDictionary<string, bool> _services = new(StringComparer.Ordinal);

    private DataDirectory(string path, RecordLogOptions logs, FileStream lockFile)
    {
        Path = path;
        Logs = logs;
        _lock = lockFile;
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>When what is written into it is durable.</summary>
    public FsyncPolicy Fsync => Logs.Fsync;

    /// <summary>How the logs of records in it are kept.</summary>
    public RecordLogOptions Logs { get; }

    /// <summary>The disk it is on.</summary>
    public IDisk Disk => Logs.Disk;

    /// <summary>Creates the directory where needed and takes ownership of it.</summary>
    /// <exception cref="LocalAwsStartupException">It cannot be written, or another process owns it.</exception>
    public static DataDirectory Open(LocalAwsOptions options, IDisk disk)
    {
        var path = System.IO.Path.GetFullPath(options.DataDirectory);
        CreateWritable(path, disk);
        var lockPath = System.IO.Path.Combine(path, LockFileName);
        try
        {
            return new DataDirectory(
                path,
                new RecordLogOptions { Fsync = options.Fsync, Disk = disk },
                new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (IsHeldByAnother(exception))
        {
            throw new LocalAwsStartupException(
                $"another process uses the data directory '{path}'. "
                + "Stop that process, or choose another directory with --LocalAws:DataDirectory=<path>.",
                exception,
                isInUse: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, exception);
        }
    }

    /// <summary>The names of the sub-folders asked for so far: everything else in the directory is not ours.</summary>
    public IReadOnlyCollection<string> Services => [.. _services.Keys];

    /// <summary>Creates, where needed, and returns the sub-folder of one service, such as <c>kinesis</c>.</summary>
    /// <exception cref="LocalAwsStartupException">It cannot be created.</exception>
    public string ForService(string name)
    {
        _services[name] = true;
        try
        {
            var directory = System.IO.Path.Combine(Path, name);
            DirectoryEntries.Create(directory, Disk);
            return directory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(Path, exception);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static void CreateWritable(string path, IDisk disk)
    {
        try
        {
            DirectoryEntries.Create(path, disk);
            var probe = System.IO.Path.Combine(path, $".probe-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, exception);
        }
    }

    /// <summary>Whether the error is that of a lock: EWOULDBLOCK of Linux or macOS, two codes of Windows.</summary>
    /// <remarks>.NET gives the system's error number as <see cref="Exception.HResult"/>, and no type of its own.</remarks>
    private static bool IsHeldByAnother(IOException exception) => OperatingSystem.IsWindows()
        ? (exception.HResult & 0xFFFF) is 32 or 33
        : exception.HResult == (OperatingSystem.IsMacOS() ? 35 : 11);

    private static LocalAwsStartupException Unwritable(string path, Exception exception) => new(
        $"the data directory '{path}' cannot be written ({exception.Message}). "
        + "Make it writable, or choose another one with --LocalAws:DataDirectory=<path>.",
        exception);
}
