namespace TelemetryAspire.FunctionHost;

/// <summary>Whose checkpoint it is.</summary>
/// <param name="StreamArn">The stream.</param>
/// <param name="StreamCreated">
/// When the stream was created: a stream deleted and created again under its name is another stream, whose sequence
/// numbers mean something else.
/// </param>
/// <param name="Function">The function; each reads the stream at its own pace.</param>
/// <param name="ShardId">The shard.</param>
public sealed record CheckpointKey(string StreamArn, DateTimeOffset StreamCreated, string Function, ShardId ShardId);
