using Microsoft.Win32.SafeHandles;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Storage;

/// <summary>
/// A disk that can lose its power: of what was not flushed, any pages may be there and any not, and so may any names
/// that were created, replaced or deleted in a directory.
/// </summary>
/// <param name="root">The directory on it; what is outside is on another disk.</param>
internal sealed class PowerLossDisk(string root) : IDisk, IDisposable
{
    private const int PageBytes = 4096;
    private readonly Lock _lock = new();
    private readonly Dictionary<SafeFileHandle, long> _flushed = [];

    /// <summary>What each directory held at its last flush: a directory, as null, or a file, which stays open here.</summary>
    private readonly Dictionary<string, Dictionary<string, SafeFileHandle?>> _flushedDirectories = [];

    private int _callsLeft = int.MaxValue;

    /// <summary>Has the power fail after so many calls more: those that follow throw and change nothing.</summary>
    public void FailAfter(int calls) => _callsLeft = calls;

    public void Write(SafeFileHandle file, IReadOnlyList<ReadOnlyMemory<byte>> bytes, long offset)
    {
        lock (_lock)
        {
            EnsurePower();
            _flushed.TryAdd(file, 0);
            RandomAccess.Write(file, bytes, offset);
        }
    }

    public void Flush(SafeFileHandle file)
    {
        lock (_lock)
        {
            EnsurePower();
            _flushed[file] = RandomAccess.GetLength(file);
        }
    }

    public void SetLength(SafeFileHandle file, long length)
    {
        lock (_lock)
        {
            EnsurePower();
            RandomAccess.SetLength(file, length);
        }
    }

    public void FlushDirectory(string path)
    {
        lock (_lock)
        {
            EnsurePower();
            var directory = Normalize(path);
            if ((directory + Path.DirectorySeparatorChar).StartsWith(
                root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                var before = _flushedDirectories.GetValueOrDefault(directory) ?? [];
                _flushedDirectories[directory] = Entries(directory);
                Close(before);
            }
        }
    }

    /// <summary>Copies what is found on it once the power, lost at this moment, is back.</summary>
    public void CopyAsAfterPowerLoss(string target, Random random)
    {
        lock (_lock)
        {
            foreach (var (file, flushed) in _flushed)
            {
                if (!file.IsClosed)
                {
                    LosePages(file, flushed, random);
                }
            }

            CopyEntries(root, target, random);
        }
    }

    public void Dispose()
    {
        foreach (var entries in _flushedDirectories.Values)
        {
            Close(entries);
        }
    }

    private void EnsurePower()
    {
        if (_callsLeft-- <= 0)
        {
            _callsLeft = 0;
            throw new IOException("The power has failed.");
        }
    }

    private void CopyEntries(string directory, string target, Random random)
    {
        Directory.CreateDirectory(target);
        var written = Entries(directory);
        var flushed = _flushedDirectories.GetValueOrDefault(directory) ?? [];
        foreach (var name in written.Keys.Union(flushed.Keys).Order(StringComparer.Ordinal))
        {
            var survives = random.Next(2) == 0 ? written : flushed;
            if (!survives.TryGetValue(name, out var file))
            {
                continue;
            }

            var copy = Path.Combine(target, name);
            if (file is not null)
            {
                Copy(file, copy);
            }
            else if (Directory.Exists(Path.Combine(directory, name)))
            {
                CopyEntries(Path.Combine(directory, name), copy, random);
            }
        }

        Close(written);
    }

    private static Dictionary<string, SafeFileHandle?> Entries(string directory)
    {
        var entries = new DirectoryInfo(directory).EnumerateDirectories()
            .ToDictionary(found => found.Name, _ => (SafeFileHandle?)null);
        foreach (var file in Directory.GetFiles(directory))
        {
            if (TryOpen(file) is { } open)
            {
                entries.Add(Path.GetFileName(file), open);
            }
        }

        return entries;
    }

    private static void Close(Dictionary<string, SafeFileHandle?> entries)
    {
        foreach (var file in entries.Values)
        {
            file?.Dispose();
        }
    }

    /// <returns>Null when the file was deleted since it was found, or is a lock.</returns>
    private static SafeFileHandle? TryOpen(string path)
    {
        try
        {
            return File.OpenHandle(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Copy(SafeFileHandle file, string path)
    {
        var content = new byte[RandomAccess.GetLength(file)];
        var length = 0;
        while (RandomAccess.Read(file, content.AsSpan(length), length) is var read and > 0)
        {
            length += read;
        }

        File.WriteAllBytes(path, content.AsSpan(0, length));
    }

    private static string Normalize(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static void LosePages(SafeFileHandle file, long flushed, Random random)
    {
        var length = random.NextInt64(flushed, RandomAccess.GetLength(file) + 1);
        RandomAccess.SetLength(file, length);
        for (var page = flushed / PageBytes * PageBytes; page < length; page += PageBytes)
        {
            var start = Math.Max(page, flushed);
            if (random.Next(2) == 0)
            {
                RandomAccess.Write(file, new byte[Math.Min(page + PageBytes, length) - start], start);
            }
        }
    }
}
