using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>The hash keys of partition keys, of which the recent ones are remembered.</summary>
/// <remarks>
/// Thread-safe. Producers send the same partition keys, such as device ids, over and over, and a call of the system's
/// MD5 for each record was a tenth of what PutRecords took. Memory holds <see cref="Slots"/> keys at most.
/// </remarks>
internal static class RecentHashKeys
{
    private const int Slots = 4096;
    private static readonly Entry?[] Entries = new Entry?[Slots];

    /// <summary>The hash key of a partition key: its MD5 as a 128-bit big-endian number.</summary>
    public static UInt128 HashKeyOf(ReadOnlySpan<byte> partitionKey)
    {
        ref var slot = ref Entries[XxHash3.HashToUInt64(partitionKey) % Slots];
        var entry = Volatile.Read(ref slot);
        if (entry is null || !partitionKey.SequenceEqual(entry.PartitionKey))
        {
            entry = new Entry(partitionKey.ToArray(), Compute(partitionKey));
            Volatile.Write(ref slot, entry);
        }

        return entry.HashKey;
    }

    [SuppressMessage("Security", "CA5351", Justification = "Kinesis routes by MD5; it protects nothing here.")]
    private static UInt128 Compute(ReadOnlySpan<byte> partitionKey)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(partitionKey, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private sealed record Entry(byte[] PartitionKey, UInt128 HashKey);
}
