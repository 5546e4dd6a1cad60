namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>The open shards of a stream at one time, which divide all hash keys among them.</summary>
internal sealed class OpenShards
{
    private readonly Shard[] _byHashKey;

    /// <param name="shards">Shards of the stream; closed ones are left out.</param>
    public OpenShards(IEnumerable<Shard> shards)
    {
        _byHashKey = [.. shards.Where(shard => !shard.IsClosed).OrderBy(shard => shard.HashKeys.Starting)];
    }

    public int Count => _byHashKey.Length;

    /// <summary>In the order of their hash keys.</summary>
    public Shard this[int index] => _byHashKey[index];

    /// <summary>The index of the shard that takes <paramref name="hashKey"/>.</summary>
    public int IndexOf(UInt128 hashKey)
    {
        var (low, high) = (0, _byHashKey.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hashKey <= _byHashKey[middle].HashKeys.Ending ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
