namespace TelemetryAspire.FunctionHost.Checkpoints;

/// <summary>
/// Somebody else moved the shard's checkpoint: this worker does not own the shard any more and must stop.
/// </summary>
internal sealed class CheckpointConflictException(string message) : Exception(message);
