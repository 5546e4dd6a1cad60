namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>What one read of a shard returned.</summary>
/// <param name="Records">The records, in order; often none.</param>
/// <param name="IteratorAge">How far the read is behind the tip of the shard.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="IsShardEnd">Whether the shard is closed and these are its last records.</param>
/// <param name="Trace">The trace context of the read, for links.</param>
internal sealed record ShardPage(
    IReadOnlyList<KinesisRecord> Records,
    TimeSpan IteratorAge,
    DateTimeOffset ReadAt,
    bool IsShardEnd,
    System.Diagnostics.ActivityContext Trace);
