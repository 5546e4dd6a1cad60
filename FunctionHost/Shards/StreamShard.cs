namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>A shard and the shards it came from: none, one (split) or two (merge).</summary>
internal sealed record StreamShard(ShardId Id, IReadOnlyList<ShardId> Parents);
