using TelemetryAspire.FunctionHost.Retries;

namespace TelemetryAspire.FunctionHost.Checkpoints;

/// <summary>
/// The checkpoint of the shard that one worker owns: read once, then moved forward if nobody else moved it.
/// </summary>
internal sealed class ShardCheckpoint(
    ICheckpointStore store, CheckpointKey key, string name, OutageHold hold)
{
    private readonly string _what = $"{name} (checkpoint)";

    /// <summary>Where the shard stands; null when nothing of it is handled.</summary>
    public Checkpoint? Current { get; private set; }

    /// <summary>Reads where the shard stands.</summary>
    public async Task<Checkpoint?> LoadAsync(StopSignals stop) =>
        Current = await hold.UntilItWorksAsync(_what, token => store.ReadAsync(key, token), stop);

    /// <summary>
    /// Moves forward; a target at or before the current checkpoint (records read again) changes nothing.
    /// </summary>
    /// <exception cref="CheckpointConflictException">The stored checkpoint is not the one this worker left.</exception>
    public async Task MoveAsync(Checkpoint target, StopSignals stop)
    {
        if (target.IsAfter(Current))
        {
            await hold.UntilItWorksAsync(_what, token => MoveOnceAsync(target, token), stop);
            Current = target;
        }
    }

    private async Task<bool> MoveOnceAsync(Checkpoint target, CancellationToken cancellationToken)
    {
        if (await store.TryMoveAsync(key, Current, target, cancellationToken))
        {
            return true;
        }

        // An attempt whose reply was lost may have moved it.
        var stored = await store.ReadAsync(key, cancellationToken);
        return stored == target
            ? true
            : throw new CheckpointConflictException(
                $"The checkpoint of {name} is {stored}, not {Current} as this worker left it.");
    }
}
