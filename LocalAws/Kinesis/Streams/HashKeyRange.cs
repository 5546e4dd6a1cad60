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
}
