namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Copies directories with all they hold.</summary>
internal static class DirectoryTree
{
    /// <summary>Copies a directory to one that does not exist; the copy is on the disk when this returns.</summary>
    /// <returns>The size of the files, in bytes.</returns>
    public static long Copy(string source, string target, IDisk disk)
    {
        Directory.CreateDirectory(target);
        var bytes = 0L;
        foreach (var file in new DirectoryInfo(source).EnumerateFiles())
        {
            var copy = Path.Combine(target, file.Name);
            file.CopyTo(copy);
            using var handle = File.OpenHandle(copy, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
            bytes += RandomAccess.GetLength(handle);
        }

        foreach (var directory in Directory.EnumerateDirectories(source))
        {
            bytes += Copy(directory, Path.Combine(target, Path.GetFileName(directory)), disk);
        }

        disk.FlushDirectory(target);
        return bytes;
    }

    /// <summary>Deletes a directory, if it is there, with all it holds.</summary>
    public static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
