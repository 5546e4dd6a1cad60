using System.Buffers.Binary;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Tells whether SQLite will find its write-ahead log damaged, which it does not say itself.</summary>
/// <remarks>
/// SQLite reads the log up to the first frame that is not whole and takes that for its end, as it is after a crash
/// in the middle of a write. Frames behind it that belong to the same log were written, and flushed, later: those
/// changes are lost. A frame belongs to the log when it carries the salts of the log's header; what an earlier log
/// left in the file has others. The format is https://www.sqlite.org/fileformat2.html#walformat.
/// </remarks>
internal static class WriteAheadLogCheck
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const int DefaultPageBytes = 4096;
    private const uint BigEndianMagic = 0x377F0683;

    /// <summary>Looks for damage before SQLite opens the database.</summary>
    /// <param name="path">The log: the database's path and <c>-wal</c>.</param>
    /// <returns>How many frames may be lost behind damage; 0 when none are.</returns>
    public static int CountLostFrames(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }
        using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (log.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return 0;
        }
        var isBigEndian = BinaryPrimitives.ReadUInt32BigEndian(header) == BigEndianMagic;
        var sum = Add((0, 0), header[..24], isBigEndian);
        return IsChecksum(sum, header[24..])
            ? CountLostFrames(log, header, sum, isBigEndian)
            : (int)((log.Length - HeaderBytes) / (FrameHeaderBytes + DefaultPageBytes));
    }

    private static int CountLostFrames(
        FileStream log,
        ReadOnlySpan<byte> header,
        (uint First, uint Second) sum,
        bool isBigEndian)
    {
        var salts = header[16..24];
        var frame = new byte[FrameHeaderBytes + BinaryPrimitives.ReadInt32BigEndian(header[8..])];
        var isDamaged = false;
        var lost = 0;
        while (log.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            var belongs = frame.AsSpan(8, 8).SequenceEqual(salts);
            if (isDamaged)
            {
                lost += belongs ? 1 : 0;
                continue;
            }
            sum = Add(Add(sum, frame.AsSpan(0, 8), isBigEndian), frame.AsSpan(FrameHeaderBytes), isBigEndian);
            isDamaged = !belongs || !IsChecksum(sum, frame.AsSpan(16));
        }
        return lost;
    }

    private static bool IsChecksum((uint First, uint Second) sum, ReadOnlySpan<byte> stored) =>
        sum.First == BinaryPrimitives.ReadUInt32BigEndian(stored)
        && sum.Second == BinaryPrimitives.ReadUInt32BigEndian(stored[4..]);

    private static (uint First, uint Second) Add(
        (uint First, uint Second) sum,
        ReadOnlySpan<byte> bytes,
        bool isBigEndian)
    {
        var (first, second) = sum;
        for (var at = 0; at < bytes.Length; at += 8)
        {
            first += Read(bytes[at..]) + second;
            second += Read(bytes[(at + 4)..]) + first;
        }
        return (first, second);

        uint Read(ReadOnlySpan<byte> word) => isBigEndian
            ? BinaryPrimitives.ReadUInt32BigEndian(word)
            : BinaryPrimitives.ReadUInt32LittleEndian(word);
    }
}
