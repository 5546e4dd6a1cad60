using TelemetryAspire.LocalAws.Kinesis.Throughput;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>One stream and its shards.</summary>
/// <remarks>Thread-safe: metadata and shards are replaced as a whole, by <see cref="StreamStore"/> only.</remarks>
internal sealed class KinesisStream : IDisposable
{
    private volatile StreamMetadata _metadata;
    private volatile IReadOnlyList<Shard> _shards;
    private volatile OpenShards _openShards;

    public KinesisStream(
        string directory,
        StreamMetadata metadata,
        IReadOnlyList<Shard> shards,
        RequestRate listShardsRate)
    {
        Directory = directory;
        ListShardsRate = listShardsRate;
        _metadata = metadata;
        _shards = shards;
        _openShards = new OpenShards(shards);
    }

    /// <summary>Where the stream's files are.</summary>
    public string Directory { get; }

    public StreamMetadata Metadata
    {
        get => _metadata;
        set
        {
            _metadata = value;
            foreach (var shard in Shards)
            {
                shard.Stream = value;
            }
        }
    }

    /// <summary>Limits ListShards, which has its rate by stream.</summary>
    public RequestRate ListShardsRate { get; }

    /// <summary>All shards, closed ones too until their records have expired, in the order of their ids.</summary>
    public IReadOnlyList<Shard> Shards => _shards;

    /// <summary>Where to put records. A shard of it may close before the put: then ask again.</summary>
    public OpenShards OpenShards => _openShards;

    /// <summary>The shard of this id.</summary>
    /// <exception cref="Protocol.AwsException">ResourceNotFoundException, when there is none.</exception>
    public Shard GetShard(string shardId)
    {
        var id = Shard.NormalizeId(shardId);
        return Shards.FirstOrDefault(shard => shard.Id == id) ?? throw KinesisErrors.ShardNotFound(id, Metadata.Name);
    }

    /// <summary>The shards that a closed shard was split or merged into; none for an open one.</summary>
    public IEnumerable<Shard> ChildrenOf(Shard shard) => Shards.Where(child => child.IsChildOf(shard));

    /// <summary>Shows what a split, a merge or the end of closed shards has made of the stream.</summary>
    public void Replace(StreamMetadata metadata, IReadOnlyList<Shard> shards)
    {
        // Before any shard is closed: who finds one closed looks for its children.
        _shards = shards;
        var changed = metadata.Shards.ToDictionary(shard => shard.Index);
        foreach (var shard in shards)
        {
            shard.Metadata = changed[shard.Index];
        }

        _openShards = new OpenShards(shards);
        Metadata = metadata;
    }

    public void Dispose()
    {
        foreach (var shard in Shards)
        {
            shard.Dispose();
        }
    }
}
