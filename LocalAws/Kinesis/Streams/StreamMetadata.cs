using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Kinesis.Consumers;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>What LocalAws remembers about a stream, in <c>stream.json</c> in the stream's directory.</summary>
internal sealed record StreamMetadata
{
    public const string Provisioned = "PROVISIONED";
    public const string OnDemand = "ON_DEMAND";

    /// <summary>The strategy that spreads records evenly, whatever their partition keys.</summary>
    public const string AutoDistribution = "AUTO";

    /// <summary>The strategy that sends the records of a partition key to the same shard.</summary>
    public const string ByPartitionKey = "USER_PARTITION_KEY";

    /// <summary>
    /// The status of every stream there is: a call that creates, changes or deletes one has done so when it returns, so
    /// CREATING, UPDATING and DELETING are never seen, and waiters are through with their first look.
    /// </summary>
    public const string Status = "ACTIVE";

    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>Milliseconds since 1970. Tells a stream from an earlier one of the same name.</summary>
    public required long CreatedAt { get; init; }

    /// <summary><see cref="Provisioned"/> or <see cref="OnDemand"/>.</summary>
    public required string Mode { get; init; }

    public int RetentionHours { get; init; } = 24;

    /// <summary>The largest data and partition key of a record together, 1024 to 10240 KiB.</summary>
    public int MaxRecordSizeInKiB { get; init; } = 1024;

    /// <summary>What arrived before was out of retention once, and stays so: milliseconds since 1970.</summary>
    public long ReadableFrom { get; init; }

    /// <summary>The KMS key named by StartStreamEncryption; null while the stream is not encrypted.</summary>
    public string? KeyId { get; init; }

    /// <summary>When the stream was first encrypted, milliseconds since 1970; older records are not.</summary>
    public long? EncryptedSince { get; init; }

    /// <summary>The shard-level metrics that are switched on. Nothing measures them here.</summary>
    public IReadOnlyList<string> ShardLevelMetrics { get; init; } = [];

    /// <summary>The resource policy, as JSON text. Nothing is refused for it here.</summary>
    public string? Policy { get; init; }

    /// <summary>What UpdateStreamWarmThroughput asked for, MiB per second; only for an on-demand stream.</summary>
    public int? WarmThroughputMiBps { get; init; }

    /// <summary><see cref="ByPartitionKey"/>, or for an on-demand stream <see cref="AutoDistribution"/>.</summary>
    public string RecordDistributionStrategy { get; init; } = ByPartitionKey;

    /// <summary>When operations that have a quota per day changed the stream, milliseconds since 1970.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> RecentChanges { get; init; } =
        new Dictionary<string, IReadOnlyList<long>>();

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<ShardMetadata> Shards { get; init; }

    /// <summary>In the order of their registration.</summary>
    public IReadOnlyList<ConsumerMetadata> Consumers { get; init; } = [];

    [JsonIgnore]
    public bool IgnoresPartitionKeys => RecordDistributionStrategy == AutoDistribution;

    [JsonIgnore]
    public bool IsOnDemand => Mode == OnDemand;

    /// <summary>The encryption type where only KMS is told: in what puts and reads answer.</summary>
    [JsonIgnore]
    public string? EncryptionTypeIfAny => KeyId is null ? null : "KMS";

    /// <summary>NONE or KMS.</summary>
    [JsonIgnore]
    public string EncryptionType => KeyId is null ? "NONE" : "KMS";

    /// <summary>The oldest arrival time that a reader is given, milliseconds since 1970.</summary>
    public long TrimHorizon(DateTimeOffset now) =>
        Math.Max(ReadableFrom, now.AddHours(-RetentionHours).ToUnixTimeMilliseconds());
}

/// <param name="Index">The number in the shard's id.</param>
/// <param name="CreatedAt">Milliseconds since 1970.</param>
/// <param name="StartingHashKey">The first hash key the shard takes, in decimal.</param>
/// <param name="EndingHashKey">The last hash key the shard takes, in decimal.</param>
internal sealed record ShardMetadata(int Index, long CreatedAt, string StartingHashKey, string EndingHashKey)
{
    /// <summary>The index of the shard that was split, or of the first of two merged, into this one.</summary>
    public int? Parent { get; init; }

    /// <summary>The index of the second of two shards that were merged into this one.</summary>
    public int? AdjacentParent { get; init; }

    /// <summary>
    /// When a split or merge closed the shard, milliseconds since 1970: the <see cref="CreatedAt"/> of its children.
    /// </summary>
    public long? ClosedAt { get; init; }
}
