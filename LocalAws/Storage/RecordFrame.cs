using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>How one record lies in a log file, in little-endian order.</summary>
/// <remarks>
/// <code>
/// bytes  0..3   payload length
/// bytes  4..7   CRC-32C of all other bytes of the frame
/// bytes  8..15  record number
/// bytes 16..23  timestamp, milliseconds since 1970
/// bytes 24..    payload
/// </code>
/// The checksum of a run of zeros is not zero, so the empty pages a crash may leave never pass for a record.
/// </remarks>
/// <param name="Number">The record's number; the next record has the next one.</param>
/// <param name="Timestamp">Milliseconds since 1970, as given to the append.</param>
/// <param name="PayloadLength">Bytes of payload.</param>
internal readonly record struct RecordFrame(long Number, long Timestamp, int PayloadLength)
{
    public const int HeaderBytes = 24;

    /// <summary>The largest payload; a length beyond it in a file is damage, not a record.</summary>
    public const int MaxPayloadBytes = 64 * 1024 * 1024;

    private const int ChecksumOffset = 4;
    private const int CheckedOffset = 8;

    public int Length => HeaderBytes + PayloadLength;

    /// <summary>Completes a frame whose payload is in place.</summary>
    public static void Seal(Span<byte> frame, long number, long timestamp)
    {
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - HeaderBytes);
        BinaryPrimitives.WriteInt64LittleEndian(frame[8..], number);
        BinaryPrimitives.WriteInt64LittleEndian(frame[16..], timestamp);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[ChecksumOffset..], Checksum(frame));
    }

    /// <summary>
    /// Tells the length of the frame at the start of <paramref name="bytes"/>, at least a header long.
    /// </summary>
    /// <returns>False when no frame can have the length found there.</returns>
    public static bool TryReadLength(ReadOnlySpan<byte> bytes, out int frameLength)
    {
        var payloadLength = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        frameLength = HeaderBytes + Math.Clamp(payloadLength, 0, MaxPayloadBytes);
        return payloadLength is >= 0 and <= MaxPayloadBytes;
    }

    /// <summary>Reads the header of a frame known to be intact.</summary>
    public static RecordFrame ReadHeader(ReadOnlySpan<byte> frame) => new(
        BinaryPrimitives.ReadInt64LittleEndian(frame[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(frame[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(frame));

    /// <summary>Reads a whole frame.</summary>
    /// <returns>False when its checksum is wrong.</returns>
    public static bool TryRead(ReadOnlySpan<byte> frame, out RecordFrame read)
    {
        read = ReadHeader(frame);
        return BinaryPrimitives.ReadUInt32LittleEndian(frame[ChecksumOffset..]) == Checksum(frame);
    }

    /// <summary>CRC-32C (Castagnoli), which processors compute eight bytes at a time.</summary>
    public static uint Checksum(uint seed, ReadOnlySpan<byte> bytes)
    {
        var checksum = seed;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            checksum = BitOperations.Crc32C(checksum, word);
        }

        foreach (var single in bytes[(bytes.Length & ~7)..])
        {
            checksum = BitOperations.Crc32C(checksum, single);
        }

        return checksum;
    }

    private static uint Checksum(ReadOnlySpan<byte> frame) =>
        ~Checksum(Checksum(uint.MaxValue, frame[..ChecksumOffset]), frame[CheckedOffset..]);
}
