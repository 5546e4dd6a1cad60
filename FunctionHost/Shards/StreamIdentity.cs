namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>One stream, told apart from an earlier one of the same name by its creation time.</summary>
internal sealed record StreamIdentity(string Name, string Arn, DateTimeOffset Created)
{
    public CheckpointKey Key(string function, ShardId shardId) => new(Arn, Created, function, shardId);
}
