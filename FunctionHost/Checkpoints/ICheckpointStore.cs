namespace TelemetryAspire.FunctionHost;

/// <summary>Keeps checkpoints durably.</summary>
/// <remarks>
/// A write must survive a kill of the process once its task has completed. An exception means the store is out: the
/// caller repeats the call, so a write may meet its own earlier success.
/// </remarks>
public interface ICheckpointStore
{
    /// <summary>The checkpoint, or null when there is none: the shard is read from its oldest record.</summary>
    Task<Checkpoint?> ReadAsync(CheckpointKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Moves the checkpoint forward to <paramref name="target"/> if it still is <paramref name="expected"/>, in one
    /// step.
    /// </summary>
    /// <returns>
    /// False, with nothing changed, when the stored checkpoint is not <paramref name="expected"/>: somebody else moved
    /// it, so the caller does not own the shard any more.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="target"/> is not after <paramref name="expected"/>.
    /// </exception>
    Task<bool> TryMoveAsync(
        CheckpointKey key, Checkpoint? expected, Checkpoint target, CancellationToken cancellationToken);
}
