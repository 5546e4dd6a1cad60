using TelemetryAspire.LocalAws.Kinesis.Consumers;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>What LocalAws remembers about a stream, in <c>stream.json</c> in the stream's directory.</summary>
internal sealed record StreamMetadata
{
    public const string Provisioned = "PROVISIONED";
    public const string OnDemand = "ON_DEMAND";

    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>Milliseconds since 1970. Tells a stream from an earlier one of the same name.</summary>
    public required long CreatedAt { get; init; }

    /// <summary><see cref="Provisioned"/> or <see cref="OnDemand"/>.</summary>
    public required string Mode { get; init; }

    public int RetentionHours { get; init; } = 24;

    /// <summary>The largest data and partition key of a record together, 1024 to 10240 KiB.</summary>
    public int MaxRecordSizeInKiB { get; init; } = 1024;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<ShardMetadata> Shards { get; init; }

    /// <summary>In the order of their registration.</summary>
    public IReadOnlyList<ConsumerMetadata> Consumers { get; init; } = [];
}

/// <param name="Index">The number in the shard's id.</param>
/// <param name="CreatedAt">Milliseconds since 1970.</param>
/// <param name="StartingHashKey">The first hash key the shard takes, in decimal.</param>
/// <param name="EndingHashKey">The last hash key the shard takes, in decimal.</param>
internal sealed record ShardMetadata(int Index, long CreatedAt, string StartingHashKey, string EndingHashKey)
{
    /// <summary>The index of the shard that was split, or of the first of two that were merged, into this one.</summary>
    public int? Parent { get; init; }

    /// <summary>The index of the second of two shards that were merged into this one.</summary>
    public int? AdjacentParent { get; init; }

    /// <summary>
    /// When a split or merge closed the shard, milliseconds since 1970: the <see cref="CreatedAt"/> of its children.
    /// </summary>
    public long? ClosedAt { get; init; }
}
