using Microsoft.Win32.SafeHandles;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Storage;

/// <summary>A disk that can lose its power: of what was not flushed, any pages may be there and any not.</summary>
internal sealed class PowerLossDisk : IDisk
{
    private const int PageBytes = 4096;
    private readonly Lock _lock = new();
    private readonly Dictionary<SafeFileHandle, long> _flushed = [];

    public void Write(SafeFileHandle file, IReadOnlyList<ReadOnlyMemory<byte>> bytes, long offset)
    {
        lock (_lock)
        {
            _flushed.TryAdd(file, 0);
            RandomAccess.Write(file, bytes, offset);
        }
    }

    public void Flush(SafeFileHandle file)
    {
        lock (_lock)
        {
            _flushed[file] = RandomAccess.GetLength(file);
        }
    }

    public void SetLength(SafeFileHandle file, long length)
    {
        lock (_lock)
        {
            RandomAccess.SetLength(file, length);
        }
    }

    public void FlushDirectory(string path)
    {
    }

    /// <summary>Copies the files of a directory as they are found once the power, lost at this moment, is back.</summary>
    public void CopyAsAfterPowerLoss(string directory, string target, Random random)
    {
        lock (_lock)
        {
            foreach (var (file, flushed) in _flushed)
            {
                LosePages(file, flushed, random);
            }

            foreach (var path in Directory.GetFiles(directory))
            {
                File.Copy(path, Path.Combine(target, Path.GetFileName(path)));
            }
        }
    }

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
