using System.Runtime.InteropServices;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Makes the entries of a directory durable, which .NET has no call for.</summary>
/// <remarks>
/// A flushed file whose name is not on the disk is lost with a power failure all the same. Windows has no such call
/// and journals its directories itself.
/// </remarks>
internal static partial class DirectoryEntries
{
    // The flag keeps a process that this one starts from inheriting the descriptor; its value is the system's own.
    private static readonly int ReadOnlyCloseOnExec = OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    private const int MaxRemembered = 4096;
    private const int Writable = 2;

    // Held while a directory is flushed: who finds one that another call is making waits until it is on the disk.
    private static readonly Lock Creating = new();

    // Guarded by Creating. Directories whose subdirectories, as far as they were made here, are on the disk.
    private static readonly HashSet<string> Flushed = new(StringComparer.Ordinal);

    /// <summary>Makes sure that a directory is there, and that a power failure does not take it away.</summary>
    /// <remarks>
    /// That it is there does not say that its entry is on the disk: the process that made it may have been killed
    /// before the flush. So what is found is flushed, too, the first time.
    /// </remarks>
    /// <param name="path">The directory.</param>
    /// <param name="disk">The disk it is on.</param>
    /// <exception cref="IOException">It could not be created or flushed.</exception>
    public static void Create(string path, IDisk disk)
    {
        lock (Creating)
        {
            CreateLocked(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), disk);
        }
    }

    private static void CreateLocked(string path, IDisk disk)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return;
        }

        if (!Directory.Exists(path))
        {
            CreateLocked(parent, disk);
            // Until the flush has succeeded, nobody may trust what is in the parent.
            Flushed.Remove(parent);
            Directory.CreateDirectory(path);
        }
        else if (Flushed.Contains(parent) || !IsWritable(parent))
        {
            // In a directory that cannot be written nothing was made by LocalAws, and some cannot be flushed.
            return;
        }

        disk.FlushDirectory(parent);
        Remember(parent);
    }

    private static void Remember(string directory)
    {
        if (Flushed.Count == MaxRemembered)
        {
            // Flushed once more when they are asked for again.
            Flushed.Clear();
        }

        Flushed.Add(directory);
    }

    private static bool IsWritable(string path) => OperatingSystem.IsWindows() || Access(path, Writable) == 0;

    /// <summary>Returns once the creations, renames and deletions in the directory are on the disk.</summary>
    /// <exception cref="IOException">The system could not write them.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(path, ReadOnlyCloseOnExec);
        if (descriptor < 0)
        {
            throw Failure(path);
        }

        try
        {
            if (FSync(descriptor) != 0)
            {
                throw Failure(path);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string path) =>
        new($"The directory '{path}' could not be flushed: {Marshal.GetLastPInvokeErrorMessage()}.");

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
