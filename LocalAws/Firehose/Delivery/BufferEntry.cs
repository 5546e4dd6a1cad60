using System.Buffers.Binary;
using System.Text;
using TelemetryAspire.LocalAws.Firehose.Sources;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>
/// The entries of a delivery stream's log beside <see cref="RecordsEntry"/>: a kind, then what belongs to it.
/// </summary>
/// <remarks>
/// <code>
/// Seal:      output (1) | gzip (1) | length of the bucket (2) | bucket | key
/// Delivered: number of the seal (8) | stream created at (8) | { shard (4) | next number (8) }
/// </code>
/// Seal ends a buffer and says what object it makes. Delivered says that a seal's object is in the bucket, and repeats
/// how far the source was read, so that everything before it can go. Replaying the entries restores exactly what is
/// buffered, sealed and delivered.
/// </remarks>
internal static class BufferEntry
{
    public const byte RecordsKind = 3;
    private const byte SealKind = 4;
    private const byte DeliveredKind = 5;

    public static void AddSeal(LogBatch batch, SealedBuffer buffer)
    {
        var bucketBytes = Encoding.UTF8.GetByteCount(buffer.Bucket);
        var entry = batch.Add(5 + bucketBytes + Encoding.UTF8.GetByteCount(buffer.Key));
        entry[0] = SealKind;
        entry[1] = (byte)buffer.Output;
        entry[2] = buffer.IsGzip ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt16LittleEndian(entry[3..], (ushort)bucketBytes);
        Encoding.UTF8.GetBytes(buffer.Bucket, entry[5..]);
        Encoding.UTF8.GetBytes(buffer.Key, entry[(5 + bucketBytes)..]);
    }

    public static void AddDelivered(LogBatch batch, long seal, ShardPositions positions)
    {
        var entry = batch.Add(17 + (positions.NextNumbers.Count * 12));
        entry[0] = DeliveredKind;
        BinaryPrimitives.WriteInt64LittleEndian(entry[1..], seal);
        BinaryPrimitives.WriteInt64LittleEndian(entry[9..], positions.StreamCreatedAt);
        entry = entry[17..];
        foreach (var (shard, next) in positions.NextNumbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(entry, shard);
            BinaryPrimitives.WriteInt64LittleEndian(entry[4..], next);
            entry = entry[12..];
        }
    }

    public static bool IsRecords(ReadOnlySpan<byte> entry) => entry[0] == RecordsKind;

    /// <summary>Reads a seal.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="number">Its number.</param>
    /// <param name="firstNumber">Gives the first entry of the buffer that it ends.</param>
    /// <returns>Null when the entry is no seal.</returns>
    public static SealedBuffer? ReadSeal(ReadOnlySpan<byte> entry, long number, Func<BufferOutput, long> firstNumber)
    {
        if (entry[0] != SealKind)
        {
            return null;
        }

        var output = (BufferOutput)entry[1];
        var keyStart = 5 + BinaryPrimitives.ReadUInt16LittleEndian(entry[3..]);
        return new SealedBuffer(
            output,
            firstNumber(output),
            number,
            Encoding.UTF8.GetString(entry[5..keyStart]),
            Encoding.UTF8.GetString(entry[keyStart..]),
            IsGzip: entry[2] == 1);
    }

    public static bool IsDelivered(ReadOnlySpan<byte> entry, out long seal, out ShardPositions positions)
    {
        (seal, positions) = (0, ShardPositions.None);
        if (entry[0] != DeliveredKind)
        {
            return false;
        }

        seal = BinaryPrimitives.ReadInt64LittleEndian(entry[1..]);
        var numbers = new Dictionary<int, long>();
        for (var rest = entry[17..]; !rest.IsEmpty; rest = rest[12..])
        {
            numbers[BinaryPrimitives.ReadInt32LittleEndian(rest)] = BinaryPrimitives.ReadInt64LittleEndian(rest[4..]);
        }

        positions = new ShardPositions(BinaryPrimitives.ReadInt64LittleEndian(entry[9..]), numbers);
        return true;
    }
}
