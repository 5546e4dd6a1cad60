using System.Runtime.InteropServices;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Keeps the index of a sealed segment beside it, so that a start need not read all records again.</summary>
/// <remarks>
/// A copy of what the segment itself says, with a checksum: a file that is missing, damaged or of another length of
/// the segment is built again. Layout: checksum of the rest (8 bytes), segment length, next number, newest timestamp
/// (8 bytes each), then the entries.
/// </remarks>
internal static class SegmentIndexFile
{
    private const int HeaderWords = 4;
    private const int WordsPerEntry = 3;

    public static void Write(string path, long segmentLength, long nextNumber, SegmentIndex index)
    {
        var words = new long[HeaderWords + index.Entries.Length * WordsPerEntry];
        words[1] = segmentLength;
        words[2] = nextNumber;
        words[3] = index.MaxTimestamp;
        MemoryMarshal.Cast<SegmentIndex.Entry, long>(index.Entries).CopyTo(words.AsSpan(HeaderWords));
        words[0] = Checksum(words);
        File.WriteAllBytes(path, MemoryMarshal.AsBytes(words.AsSpan()));
    }

    /// <returns>Null when there is no intact index of the segment.</returns>
    public static (SegmentIndex Index, long NextNumber)? TryRead(string path, long segmentLength)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var words = MemoryMarshal.Cast<byte, long>(File.ReadAllBytes(path));
        if (words.Length < HeaderWords
            || (words.Length - HeaderWords) % WordsPerEntry != 0
            || words[0] != Checksum(words)
            || words[1] != segmentLength)
        {
            return null;
        }

        var entries = MemoryMarshal.Cast<long, SegmentIndex.Entry>(words[HeaderWords..]);
        return (new SegmentIndex(entries.ToArray(), words[3]), words[2]);
    }

    private static long Checksum(ReadOnlySpan<long> words) =>
        RecordFrame.Checksum(uint.MaxValue, MemoryMarshal.AsBytes(words[1..]));
}
