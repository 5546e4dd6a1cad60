using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>The hash keys a shard takes, both ends included.</summary>
internal readonly record struct HashKeyRange(UInt128 Starting, UInt128 Ending)
{
    /// <summary>Divides all hash keys among <paramref name="count"/> shards as evenly as AWS does.</summary>
    public static IEnumerable<HashKeyRange> Divide(int count)
    {
        // 2^128 / count, without needing 129 bits.
        var width = count == 1 ? UInt128.MaxValue : (UInt128.MaxValue - (uint)(count - 1)) / (uint)count + 1;
        for (var i = 0; i < count; i++)
        {
            var starting = width * (uint)i;
            yield return new HashKeyRange(starting, i == count - 1 ? UInt128.MaxValue : starting + width - 1);
        }
    }

    /// <summary>The hash key of a partition key: its MD5 as a 128-bit big-endian number.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "Kinesis routes by MD5; it protects nothing here.")]
    public static UInt128 HashKeyOf(ReadOnlySpan<byte> partitionKey)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(partitionKey, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
