using System.Globalization;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>Plans splits and merges of a stream's shards, without touching the stream.</summary>
/// <remarks>
/// A child is created in the millisecond in which its parents close, so that at any time some shard is open for each
/// hash key. That is at least a second after the parents' own creation: the second of creation leads a sequence
/// number, and the numbers of a partition key must go on growing in the child.
/// </remarks>
/// <param name="shards">The shards there are, in the order of their indexes.</param>
/// <param name="now">Milliseconds since 1970.</param>
internal sealed class ShardLayout(IReadOnlyList<ShardMetadata> shards, long now)
{
    private const long Second = 1000;
    private readonly List<ShardMetadata> _shards = [.. shards];

    /// <summary>The shards as planned, in the order of their indexes.</summary>
    public IReadOnlyList<ShardMetadata> Shards => _shards;

    /// <summary>Those of them that are open, in the order of their hash keys.</summary>
    public IReadOnlyList<ShardMetadata> Open =>
        [.. _shards.Where(shard => shard.ClosedAt is null).OrderBy(shard => Parse(shard.StartingHashKey))];

    /// <summary>The open shard of this id.</summary>
    /// <param name="shardId">The id.</param>
    /// <param name="stream">The stream's name, for the errors.</param>
    /// <exception cref="Protocol.AwsException">There is no such shard, or it is closed.</exception>
    public ShardMetadata FindOpen(string shardId, string stream)
    {
        var shard = _shards.Find(shard => Shard.IdOf((uint)shard.Index) == shardId)
            ?? throw KinesisErrors.ShardNotInStream(shardId, stream);
        return shard.ClosedAt is null ? shard : throw KinesisErrors.ShardNotOpen(shardId, stream);
    }

    /// <summary>Closes a shard and creates two that take its hash keys below and from a key on.</summary>
    public void Split(ShardMetadata shard, UInt128 newStartingHashKey)
    {
        var closedAt = Close(shard);
        var parent = shard.Index;
        Add(closedAt, shard.StartingHashKey, Text(newStartingHashKey - 1), parent);
        Add(closedAt, Text(newStartingHashKey), shard.EndingHashKey, parent);
    }

    /// <summary>Closes two shards with adjacent hash keys and creates one that takes both shards' keys.</summary>
    public void Merge(ShardMetadata lower, ShardMetadata upper)
    {
        var closedAt = Close(lower, upper);
        Add(closedAt, lower.StartingHashKey, upper.EndingHashKey, lower.Index, upper.Index);
    }

    private long Close(params ReadOnlySpan<ShardMetadata> closing)
    {
        var closedAt = now;
        foreach (var shard in closing)
        {
            closedAt = Math.Max(closedAt, (shard.CreatedAt / Second + 1) * Second);
        }

        foreach (var shard in closing)
        {
            _shards[_shards.IndexOf(shard)] = shard with { ClosedAt = closedAt };
        }

        return closedAt;
    }

    private void Add(long createdAt, string starting, string ending, int parent, int? adjacentParent = null) =>
        // The shard with the greatest index is open or else has children, so no index is ever used twice.
        _shards.Add(new ShardMetadata(_shards[^1].Index + 1, createdAt, starting, ending)
        {
            Parent = parent,
            AdjacentParent = adjacentParent,
        });

    private static UInt128 Parse(string hashKey) => UInt128.Parse(hashKey, CultureInfo.InvariantCulture);

    private static string Text(UInt128 hashKey) => hashKey.ToString(CultureInfo.InvariantCulture);
}
