namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Replaces small files so that a crash leaves either the old content or the new one.</summary>
/// <remarks>What was replaced is on the disk when the call returns, whatever the <see cref="FsyncPolicy"/>.</remarks>
internal static class AtomicFile
{
    public static void Write(string path, ReadOnlySpan<byte> content, IDisk disk)
    {
        var temporary = path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        disk.FlushDirectory(Path.GetDirectoryName(path)!);
    }
}
