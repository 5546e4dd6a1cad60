using System.Globalization;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>A shard as DescribeStream and ListShards show it.</summary>
internal sealed record ShardDescription
{
    public required string ShardId { get; init; }

    public string? ParentShardId { get; init; }

    public string? AdjacentParentShardId { get; init; }

    public required HashKeyRangeDescription HashKeyRange { get; init; }

    public required SequenceNumberRangeDescription SequenceNumberRange { get; init; }

    public static ShardDescription Of(Shard shard) => new()
    {
        ShardId = shard.Id,
        ParentShardId = IdOf(shard.Metadata.Parent),
        AdjacentParentShardId = IdOf(shard.Metadata.AdjacentParent),
        HashKeyRange = HashKeyRangeDescription.Of(shard.HashKeys),
        SequenceNumberRange = new SequenceNumberRangeDescription(
            shard.StartingSequenceNumber.ToString(),
            shard.EndingSequenceNumber?.ToString()),
    };

    private static string? IdOf(int? index) => index is { } value ? Shard.IdOf((uint)value) : null;
}

internal sealed record HashKeyRangeDescription(string StartingHashKey, string EndingHashKey)
{
    public static HashKeyRangeDescription Of(HashKeyRange range) => new(
        range.Starting.ToString(CultureInfo.InvariantCulture),
        range.Ending.ToString(CultureInfo.InvariantCulture));
}

internal sealed record SequenceNumberRangeDescription(string StartingSequenceNumber, string? EndingSequenceNumber);

/// <summary>A shard as the last page of its closed parent names it.</summary>
internal sealed record ChildShard(
    string ShardId,
    IReadOnlyList<string> ParentShards,
    HashKeyRangeDescription HashKeyRange)
{
    /// <summary>The shards that follow a closed one.</summary>
    public static IReadOnlyList<ChildShard> Of(Shard parent, KinesisStream stream) =>
        [.. stream.ChildrenOf(parent).Select(child => new ChildShard(
            child.Id,
            ParentsOf(child.Metadata),
            HashKeyRangeDescription.Of(child.HashKeys)))];

    private static string[] ParentsOf(ShardMetadata child) =>
        child.AdjacentParent is { } adjacent
            ? [Shard.IdOf((uint)child.Parent!), Shard.IdOf((uint)adjacent)]
            : [Shard.IdOf((uint)child.Parent!)];
}
