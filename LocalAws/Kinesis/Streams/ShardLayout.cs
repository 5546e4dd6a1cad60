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

    private static readonly Comparer<ShardMetadata> ByIndex =
        Comparer<ShardMetadata>.Create((left, right) => left.Index.CompareTo(right.Index));

    private readonly List<ShardMetadata> _shards = [.. shards];

    /// <summary>The shards as planned, in the order of their indexes.</summary>
    public IReadOnlyList<ShardMetadata> Shards => _shards;

    /// <summary>Those of them that are open, in the order of their hash keys.</summary>
    public IReadOnlyList<ShardMetadata> Open =>
        [.. _shards.Where(shard => shard.ClosedAt is null).OrderBy(shard => RangeOf(shard).Starting)];

    /// <summary>The hash keys of a shard.</summary>
    public static HashKeyRange RangeOf(ShardMetadata shard) => new(
        UInt128.Parse(shard.StartingHashKey, CultureInfo.InvariantCulture),
        UInt128.Parse(shard.EndingHashKey, CultureInfo.InvariantCulture));

    /// <summary>The open shard of this id.</summary>
    /// <param name="shardId">The id.</param>
    /// <param name="stream">The stream's name, for the errors.</param>
    /// <exception cref="Protocol.AwsException">There is no such shard, or it is closed.</exception>
    public ShardMetadata FindOpen(string shardId, string stream)
    {
        var id = Shard.NormalizeId(shardId);
        var shard = _shards.Find(shard => Shard.IdOf((uint)shard.Index) == id)
            ?? throw KinesisErrors.ShardNotInStream(id, stream);
        return shard.ClosedAt is null ? shard : throw KinesisErrors.ShardNotOpen(id, stream);
    }

    /// <summary>Closes a shard and creates two that take its hash keys below and from a key on.</summary>
    public (ShardMetadata Lower, ShardMetadata Upper) Split(ShardMetadata shard, UInt128 newStartingHashKey)
    {
        var closedAt = Close(shard);
        var (lowerEnd, upperStart) = (Text(newStartingHashKey - 1), Text(newStartingHashKey));
        return (
            Add(closedAt, shard.StartingHashKey, lowerEnd, shard.Index),
            Add(closedAt, upperStart, shard.EndingHashKey, shard.Index));
    }

    /// <summary>Closes two shards with adjacent hash keys and creates one that takes both shards' keys.</summary>
    public ShardMetadata Merge(ShardMetadata lower, ShardMetadata upper)
    {
        var closedAt = Close(lower, upper);
        return Add(closedAt, lower.StartingHashKey, upper.EndingHashKey, lower.Index, upper.Index);
    }

    /// <summary>Splits and merges until <paramref name="count"/> open shards divide the hash keys evenly.</summary>
    public void ScaleTo(int count)
    {
        var ranges = HashKeyRange.Divide(count).ToList();
        var parts = SplitAt([.. ranges.Select(range => range.Starting)]);
        var next = 0;
        foreach (var range in ranges)
        {
            var members = new List<ShardMetadata>();
            while (next < parts.Count && RangeOf(parts[next]).Starting <= range.Ending)
            {
                members.Add(parts[next++]);
            }

            MergeAll(members);
        }
    }

    /// <summary>Splits the open shards that hold a boundary inside.</summary>
    /// <returns>The open shards, in the order of their hash keys.</returns>
    private List<ShardMetadata> SplitAt(IReadOnlyList<UInt128> boundaries)
    {
        var parts = new List<ShardMetadata>();
        foreach (var open in Open)
        {
            var range = RangeOf(open);
            SplitInHalves(open, [.. boundaries.Where(key => key > range.Starting && key <= range.Ending)], parts);
        }

        return parts;
    }

    /// <summary>Splits at the middle boundary first, so that the lineage stays short.</summary>
    private void SplitInHalves(ShardMetadata shard, ReadOnlySpan<UInt128> boundaries, List<ShardMetadata> parts)
    {
        if (boundaries.IsEmpty)
        {
            parts.Add(shard);
            return;
        }

        var middle = boundaries.Length / 2;
        var (lower, upper) = Split(shard, boundaries[middle]);
        SplitInHalves(lower, boundaries[..middle], parts);
        SplitInHalves(upper, boundaries[(middle + 1)..], parts);
    }

    /// <summary>Merges adjacent shards into one, in pairs of pairs, so that the lineage stays short.</summary>
    private void MergeAll(List<ShardMetadata> members)
    {
        while (members.Count > 1)
        {
            var merged = new List<ShardMetadata>();
            for (var i = 0; i < members.Count; i += 2)
            {
                merged.Add(i + 1 < members.Count ? Merge(members[i], members[i + 1]) : members[i]);
            }

            members = merged;
        }
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
            _shards[_shards.BinarySearch(shard, ByIndex)] = shard with { ClosedAt = closedAt };
        }

        return closedAt;
    }

    private ShardMetadata Add(
        long createdAt,
        string starting,
        string ending,
        int parent,
        int? adjacentParent = null)
    {
        // The shard with the greatest index is open or else has children, so no index is ever used twice.
        var added = new ShardMetadata(_shards[^1].Index + 1, createdAt, starting, ending)
        {
            Parent = parent,
            AdjacentParent = adjacentParent,
        };
        _shards.Add(added);
        return added;
    }

    private static string Text(UInt128 hashKey) => hashKey.ToString(CultureInfo.InvariantCulture);
}
