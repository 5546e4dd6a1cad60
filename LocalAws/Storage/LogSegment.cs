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

    /// <summary>Bytes of committed records; what the file has beyond them is of no commit.</summary>
    public long Length { get; private set; }

    /// <summary>The timestamp of the first record, or null without one.</summary>
    public long? FirstTimestamp { get; private set; }

    public SegmentIndex Index { get; private set; } = new();

    public string FileName => Path.GetFileName(_path);

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

    /// <summary>Whether a log anywhere below <paramref name="directory"/> has anything in it.</summary>
    public static bool AnyHoldsRecords(string directory) =>
        new DirectoryInfo(directory).EnumerateFiles("*" + LogExtension, SearchOption.AllDirectories)
            .Any(file => file.Length > 0);

    /// <summary>The path of the segment that starts with <paramref name="firstNumber"/>.</summary>
    public static string PathOf(string directory, long firstNumber) => Path.Combine(
        directory,
        firstNumber.ToString(CultureInfo.InvariantCulture).PadLeft(NameDigits, '0') + LogExtension);

    /// <summary>
    /// Opens or creates the segment that starts with <paramref name="firstNumber"/>; what is in the file is not known
    /// before <see cref="TryLoadIndex"/> or <see cref="Recover"/>.
    /// </summary>
    public static LogSegment Open(string directory, long firstNumber) =>
        new(PathOf(directory, firstNumber), firstNumber);

    /// <summary>Takes what the index of a sealed segment says of the file.</summary>
    /// <returns>False when there is none that fits.</returns>
    public bool TryLoadIndex()
    {
        if (SegmentIndexFile.TryRead(IndexPath, RandomAccess.GetLength(File)) is not { } loaded)
        {
            return false;
        }

        (Index, NextNumber) = loaded;
        Length = RandomAccess.GetLength(File);
        return true;
    }

    /// <summary>Reads the records up to the end of the file or to the first that is not intact.</summary>
    /// <param name="end">The number from which on records are another segment's.</param>
    public void Recover(long end)
    {
        using var buffer = new PooledBuffer();
        var reader = new FrameReader(File, 0, RandomAccess.GetLength(File), buffer, keep: false);
        while (NextNumber < end && reader.TryRead(out var frame) && frame.Number == NextNumber)
        {
            Note(frame);
        }
    }

    /// <summary>Takes note of frames that are in the file, behind the others, and durable.</summary>
    public void Publish(ReadOnlySpan<byte> frames)
    {
        while (!frames.IsEmpty)
        {
            RecordFrame.TryReadLength(frames, out var length);
            Note(RecordFrame.ReadHeader(frames));
            frames = frames[length..];
        }
    }

    /// <summary>Writes the index beside the file, once nothing will be appended any more.</summary>
    public void Seal() => SegmentIndexFile.Write(IndexPath, Length, NextNumber, Index);

    /// <summary>Makes the next start read all records again.</summary>
    public void ForgetIndex() => System.IO.File.Delete(IndexPath);

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
}
