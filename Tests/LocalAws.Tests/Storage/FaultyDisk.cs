using Microsoft.Win32.SafeHandles;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Storage;

/// <summary>A disk whose calls fail, or wait, when a test says so.</summary>
internal sealed class FaultyDisk : IDisk
{
    private readonly Lock _lock = new();
    private readonly List<SafeFileHandle> _written = [];
    private readonly List<string> _flushedDirectories = [];

    /// <summary>The error of every write, after half of its bytes; null when writes succeed.</summary>
    public IOException? WriteError { get; set; }

    /// <summary>The error of every flush; null when they succeed.</summary>
    public IOException? FlushError { get; set; }

    /// <summary>The error of every change of a file's length; null when they succeed.</summary>
    public IOException? SetLengthError { get; set; }

    /// <summary>What flushes wait for.</summary>
    public ManualResetEventSlim MayFlush { get; } = new(initialState: true);

    /// <summary>Set by the first flush.</summary>
    public ManualResetEventSlim IsFlushing { get; } = new();

    /// <summary>The error of every flush of a directory; null when they succeed.</summary>
    public IOException? FlushDirectoryError { get; set; }

    /// <summary>What flushes of directories wait for.</summary>
    public ManualResetEventSlim MayFlushDirectory { get; } = new(initialState: true);

    /// <summary>Set by the first flush of a directory.</summary>
    public ManualResetEventSlim IsFlushingDirectory { get; } = new();

    /// <summary>The directories in the order in which their flushes ended well.</summary>
    public IReadOnlyList<string> FlushedDirectories
    {
        get
        {
            lock (_lock)
            {
                return [.. _flushedDirectories];
            }
        }
    }

    public int Flushes { get; private set; }

    /// <summary>The files in the order of their writes.</summary>
    public IReadOnlyList<SafeFileHandle> Written
    {
        get
        {
            lock (_lock)
            {
                return [.. _written];
            }
        }
    }

    public void Write(SafeFileHandle file, IReadOnlyList<ReadOnlyMemory<byte>> bytes, long offset)
    {
        lock (_lock)
        {
            _written.Add(file);
        }

        if (WriteError is { } error)
        {
            RandomAccess.Write(file, bytes[0].Span[..(bytes[0].Length / 2)], offset);
            throw error;
        }

        RandomAccess.Write(file, bytes, offset);
    }

    public void Flush(SafeFileHandle file)
    {
        IsFlushing.Set();
        MayFlush.Wait();
        Flushes++;
        if (FlushError is { } error)
        {
            throw error;
        }
    }

    public void SetLength(SafeFileHandle file, long length)
    {
        if (SetLengthError is { } error)
        {
            throw error;
        }

        RandomAccess.SetLength(file, length);
    }

    public void FlushDirectory(string path)
    {
        IsFlushingDirectory.Set();
        MayFlushDirectory.Wait();
        if (FlushDirectoryError is { } error)
        {
            throw error;
        }

        lock (_lock)
        {
            _flushedDirectories.Add(path);
        }
    }
}
