namespace TelemetryAspire.FunctionHost;

/// <summary>The identifier of a shard, such as <c>shardId-000000000002</c>; unique within its stream.</summary>
public readonly record struct ShardId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
