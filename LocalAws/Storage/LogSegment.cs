using System.Globalization;
using Microsoft.Win32.SafeHandles;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>One file of a log: consecutive records from <see cref="FirstNumber"/> on.</summary>
/// <remarks>Guarded by the lock of the log, except that <see cref="File"/> may be read at any time.</remarks>
internal sealed class LogSegment : IDisposable
{
    private const string LogExtension = ".log";

    /// <summary>A segment is named by its first record's number, with so many digits that names sort as numbers.</summary>
    private const int NameDigits = 20;

    private readonly string _path;

    private LogSegment(string path, long firstNumber)
    {
        _path = path;
        FirstNumber = firstNumber;
        NextNumber = firstNumber;
        // On Windows a segment can be deleted while a read of it is under way only when deletion is shared.
        File = System.IO.File.OpenHandle(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
    }

    public SafeFileHandle File { get; }

    public long FirstNumber { get; }

    /// <summary>The number after the last record's.</summary>
    public long NextNumber { get; private set; }

    /// <summary>Bytes of intact records.</summary>
    public long Length { get; private set; }

    /// <summary>The timestamp of the first record, or null without one.</summary>
    public long? FirstTimestamp { get; private set; }

    public SegmentIndex Index { get; private set; } = new();

    public string FileName => Path.GetFileName(_path);

    /// <summary>Bytes found behind the last intact record when the segment was opened, and cut off.</summary>
    public long TornBytes { get; private set; }

    /// <summary>The first numbers of the segments in <paramref name="directory"/>, in order.</summary>
    /// <param name="directory">The log's directory.</param>
    /// <param name="foreignFiles">Files with a segment's extension whose names are not a segment's.</param>
    public static IReadOnlyList<long> Find(string directory, out IReadOnlyList<string> foreignFiles)
    {
        var firstNumbers = new List<long>();
        var foreign = new List<string>();
        foreach (var path in Directory.EnumerateFiles(directory, "*" + LogExtension))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (name.Length == NameDigits
                && long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var firstNumber))
            {
                firstNumbers.Add(firstNumber);
            }
            else
            {
                foreign.Add(path);
            }
        }

        firstNumbers.Sort();
        foreignFiles = foreign;
        return firstNumbers;
    }

    /// <summary>Opens or creates the segment that starts with <paramref name="firstNumber"/>.</summary>
    /// <param name="directory">The log's directory.</param>
    /// <param name="firstNumber">The number of its first record.</param>
    /// <param name="isSealed">Whether a later segment exists, so that nothing is appended here any more.</param>
    public static LogSegment Open(string directory, long firstNumber, bool isSealed)
    {
        var name = firstNumber.ToString(CultureInfo.InvariantCulture).PadLeft(NameDigits, '0');
        var path = Path.Combine(directory, name + LogExtension);
        var segment = new LogSegment(path, firstNumber);
        if (!isSealed || !segment.TryLoadIndex())
        {
            segment.Recover();
            if (isSealed)
            {
                segment.Seal();
            }
        }

        return segment;
    }

    /// <summary>Writes sealed frames to the file, so that they survive the end of this process.</summary>
    /// <exception cref="IOException">They could not all be written; the file is as it was.</exception>
    public void Append(ReadOnlySpan<byte> frames)
    {
        try
        {
            RandomAccess.Write(File, frames, Length);
        }
        catch (IOException)
        {
            // Else frames of this batch could later be found behind a shorter batch and pass for its successors.
            RandomAccess.SetLength(File, Length);
            throw;
        }

        while (!frames.IsEmpty)
        {
            RecordFrame.TryReadLength(frames, out var length);
            Note(RecordFrame.ReadHeader(frames));
            frames = frames[length..];
        }
    }

    /// <summary>Writes the index beside the file, once nothing will be appended any more.</summary>
    public void Seal() => SegmentIndexFile.Write(IndexPath, Length, NextNumber, Index);

    /// <summary>Removes the segment's files. Reads under way end with <see cref="ObjectDisposedException"/>.</summary>
    public void Delete()
    {
        Dispose();
        System.IO.File.Delete(IndexPath);
        System.IO.File.Delete(_path);
    }

    public void Dispose() => File.Dispose();

    private string IndexPath => Path.ChangeExtension(_path, ".index");

    private void Note(RecordFrame frame)
    {
        FirstTimestamp ??= frame.Timestamp;
        Index.Add(frame, Length);
        Length += frame.Length;
        NextNumber = frame.Number + 1;
    }

    private bool TryLoadIndex()
    {
        if (SegmentIndexFile.TryRead(IndexPath, RandomAccess.GetLength(File)) is not { } loaded)
        {
            return false;
        }

        (Index, NextNumber) = loaded;
        Length = RandomAccess.GetLength(File);
        return true;
    }

    /// <summary>
    /// Reads all records again and cuts off what an interrupted write left behind the last intact one.
    /// </summary>
    private void Recover()
    {
        var fileLength = RandomAccess.GetLength(File);
        using var buffer = new PooledBuffer();
        var reader = new FrameReader(File, 0, fileLength, buffer, keep: false);
        while (reader.TryRead(out var frame) && frame.Number == NextNumber)
        {
            Note(frame);
        }

        TornBytes = fileLength - Length;
        if (TornBytes > 0)
        {
            RandomAccess.SetLength(File, Length);
        }
    }
}
