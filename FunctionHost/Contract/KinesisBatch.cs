namespace TelemetryAspire.FunctionHost;

/// <summary>The records of one invocation: from one shard, in order, at least one.</summary>
public sealed class KinesisBatch
{
    /// <summary>The stream's name.</summary>
    public required string StreamName { get; init; }

    /// <summary>The stream's ARN.</summary>
    public required string StreamArn { get; init; }

    /// <summary>The shard all records come from.</summary>
    public required ShardId ShardId { get; init; }

    /// <summary>The records, by ascending sequence number.</summary>
    /// <remarks>
    /// A retry holds only the records that still need handling, so numbers may be missing in between.
    /// </remarks>
    public required IReadOnlyList<KinesisRecord> Records { get; init; }
}
