using Microsoft.Win32.SafeHandles;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>What takes data on its way to durable storage: the seam where tests make a disk fail.</summary>
internal interface IDisk
{
    /// <summary>Gives bytes to the operating system.</summary>
    /// <exception cref="IOException">Any part of them may be in the file.</exception>
    void Write(SafeFileHandle file, IReadOnlyList<ReadOnlyMemory<byte>> bytes, long offset);

    /// <summary>Returns once everything written to the file is on the disk.</summary>
    /// <exception cref="IOException">
    /// What was written since the last flush may be there or not, and a later flush of the file does not tell: the
    /// system may have dropped the bytes and forgotten that they were not written.
    /// </exception>
    void Flush(SafeFileHandle file);

    /// <summary>Makes the file end at <paramref name="length"/>.</summary>
    void SetLength(SafeFileHandle file, long length);

    /// <summary>Returns once the creations, renames and deletions in the directory are on the disk.</summary>
    void FlushDirectory(string path);
}
