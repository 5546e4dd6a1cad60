using System.Buffers.Binary;
using System.Text;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>The entries of a delivery stream's log: a kind, then what belongs to it.</summary>
/// <remarks>
/// Record: its bytes. Seal: the key of the object that the records since the last seal make. Delivered: the number of a
/// seal whose object is in the bucket. Replaying the entries restores exactly what is buffered, sealed and delivered.
/// </remarks>
internal static class BufferEntry
{
    private const byte Record = 0;
    private const byte Seal = 1;
    private const byte Delivered = 2;

    /// <returns>Bytes the record takes in an object.</returns>
    public static int AddRecord(LogBatch batch, ReadOnlySpan<byte> data, ReadOnlySpan<byte> delimiter)
    {
        var size = data.Length + delimiter.Length;
        var entry = batch.Add(1 + size);
        entry[0] = Record;
        data.CopyTo(entry[1..]);
        delimiter.CopyTo(entry[(1 + data.Length)..]);
        return size;
    }

    public static void AddSeal(LogBatch batch, string key)
    {
        var entry = batch.Add(1 + Encoding.UTF8.GetByteCount(key));
        entry[0] = Seal;
        Encoding.UTF8.GetBytes(key, entry[1..]);
    }

    public static void AddDelivered(LogBatch batch, long seal)
    {
        var entry = batch.Add(1 + sizeof(long));
        entry[0] = Delivered;
        BinaryPrimitives.WriteInt64LittleEndian(entry[1..], seal);
    }

    public static bool IsRecord(ReadOnlySpan<byte> entry, out ReadOnlySpan<byte> data)
    {
        data = entry[1..];
        return entry[0] == Record;
    }

    public static bool IsSeal(ReadOnlySpan<byte> entry, out string key)
    {
        key = entry[0] == Seal ? Encoding.UTF8.GetString(entry[1..]) : "";
        return entry[0] == Seal;
    }

    public static bool IsDelivered(ReadOnlySpan<byte> entry, out long seal)
    {
        seal = entry[0] == Delivered ? BinaryPrimitives.ReadInt64LittleEndian(entry[1..]) : 0;
        return entry[0] == Delivered;
    }
}
