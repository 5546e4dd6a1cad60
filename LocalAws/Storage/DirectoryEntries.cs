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

    /// <summary>Creates a directory where there is none, so that a power failure does not take it away.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Create(parent);
        Directory.CreateDirectory(path);
        Flush(parent);
    }

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

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
