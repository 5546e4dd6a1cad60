namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>One stream and its shards.</summary>
/// <remarks>Thread-safe: metadata is replaced as a whole, by <see cref="StreamStore"/> only.</remarks>
internal sealed class KinesisStream(string directory, StreamMetadata metadata, IReadOnlyList<Shard> shards)
    : IDisposable
{
    private volatile StreamMetadata _metadata = metadata;

    /// <summary>Where the stream's files are.</summary>
    public string Directory => directory;

    public StreamMetadata Metadata
    {
        get => _metadata;
        set => _metadata = value;
    }

    /// <summary>In the order of their ids, which is the order of their hash keys too.</summary>
    public IReadOnlyList<Shard> Shards => shards;

    /// <summary>The index in <see cref="Shards"/> of the shard that takes <paramref name="hashKey"/>.</summary>
    public int IndexOfHashKey(UInt128 hashKey)
    {
        var (low, high) = (0, shards.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hashKey <= shards[middle].HashKeys.Ending ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>The shard of this id.</summary>
    /// <exception cref="Protocol.AwsException">ResourceNotFoundException, when there is none.</exception>
    public Shard GetShard(string shardId) =>
        shards.FirstOrDefault(shard => shard.Id == shardId)
        ?? throw KinesisErrors.ShardNotFound(shardId, Metadata.Name);

    public void Dispose()
    {
        foreach (var shard in shards)
        {
            shard.Dispose();
        }
    }
}
