using System.Buffers.Binary;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>
/// A record as a shard's log holds it: length of the partition key (2 bytes), the key in UTF-8, the data.
/// </summary>
internal readonly ref struct ShardRecord
{
    private const int LengthBytes = sizeof(ushort);

    private ShardRecord(ReadOnlySpan<byte> partitionKey, ReadOnlySpan<byte> data)
    {
        PartitionKey = partitionKey;
        Data = data;
    }

    /// <summary>UTF-8.</summary>
    public ReadOnlySpan<byte> PartitionKey { get; }

    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Adds a record to what is to be appended.</summary>
    public static void Add(LogBatch batch, ReadOnlySpan<byte> partitionKey, ReadOnlySpan<byte> data)
    {
        var payload = batch.Add(LengthBytes + partitionKey.Length + data.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(payload, (ushort)partitionKey.Length);
        partitionKey.CopyTo(payload[LengthBytes..]);
        data.CopyTo(payload[(LengthBytes + partitionKey.Length)..]);
    }

    public static ShardRecord Read(ReadOnlySpan<byte> payload)
    {
        var dataStart = LengthBytes + BinaryPrimitives.ReadUInt16LittleEndian(payload);
        return new ShardRecord(payload[LengthBytes..dataStart], payload[dataStart..]);
    }
}
