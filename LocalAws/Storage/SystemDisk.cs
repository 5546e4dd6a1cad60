using Microsoft.Win32.SafeHandles;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>The disk of this machine.</summary>
internal sealed class SystemDisk : IDisk
{
    public static SystemDisk Instance { get; } = new();

    public void Write(SafeFileHandle file, IReadOnlyList<ReadOnlyMemory<byte>> bytes, long offset) =>
        RandomAccess.Write(file, bytes, offset);

    public void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    public void SetLength(SafeFileHandle file, long length) => RandomAccess.SetLength(file, length);

    public void FlushDirectory(string path) => DirectoryEntries.Flush(path);
}
