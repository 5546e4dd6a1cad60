using TelemetryAspire.LocalAws.Kinesis.Throughput;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>One stream and its shards.</summary>
/// <remarks>Thread-safe: metadata and shards are replaced as a whole, by <see cref="StreamStore"/> only.</remarks>
internal sealed class KinesisStream : IDisposable
{
    private volatile StreamMetadata _metadata;
    private volatile IReadOnlyList<Shard> _shards;
    private volatile OpenShards _openShards;
    private volatile Dictionary<int, Shard> _byIndex;
    private ulong _spreadHashKeys;

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
        _byIndex = shards.ToDictionary(shard => shard.Index);
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
    public Shard GetShard(string shardId) =>
        Shard.TryParseId(shardId, out var index)
            ? GetShard(index)
            : throw KinesisErrors.ShardNotFound(shardId, Metadata.Name);

    /// <summary>The shard of this index.</summary>
    /// <exception cref="Protocol.AwsException">ResourceNotFoundException, when there is none.</exception>
    public Shard GetShard(int index) =>
        _byIndex.GetValueOrDefault(index)
        ?? throw KinesisErrors.ShardNotFound(Shard.IdOf((uint)index), Metadata.Name);

    /// <summary>Whether a record of the stream, or of an earlier one, can have had that sequence number.</summary>
    public bool MayHaveIssued(SequenceNumber number) =>
        // A shard that is no longer there was older than the last one.
        _byIndex.TryGetValue((int)number.ShardIndex, out var shard)
            ? shard.MayHaveIssued(number)
            : number.ShardCreatedSeconds <= Shards[^1].StartingSequenceNumber.ShardCreatedSeconds;

    /// <summary>A hash key for a record whose partition key is ignored; they spread evenly over all.</summary>
    public UInt128 NextSpreadHashKey() =>
        // Multiples of 2^128 by the golden ratio: each falls into a largest gap that those before have left.
        (UInt128)unchecked(Interlocked.Increment(ref _spreadHashKeys) * 0x9E3779B97F4A7C15UL) << 64;

    /// <summary>The shards that a closed shard was split or merged into; none for an open one.</summary>
    public IEnumerable<Shard> ChildrenOf(Shard shard) => Shards.Where(child => child.IsChildOf(shard));

    /// <summary>Shows what a split, a merge or the end of closed shards has made of the stream.</summary>
    public void Replace(StreamMetadata metadata, IReadOnlyList<Shard> shards)
    {
        // Before any shard is closed: who finds one closed looks for its children.
        _shards = shards;
        _byIndex = shards.ToDictionary(shard => shard.Index);
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
