using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.TestKit;

/// <summary>
/// Checkpoints that live as long as the test; two hosts given the same one see what a restarted process would.
/// </summary>
public sealed class InMemoryCheckpointStore : ICheckpointStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CheckpointKey, Checkpoint> _checkpoints = [];

    /// <summary>Every checkpoint there is.</summary>
    public IReadOnlyDictionary<CheckpointKey, Checkpoint> All
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<CheckpointKey, Checkpoint>(_checkpoints);
            }
        }
    }

    /// <summary>
    /// The checkpoint of a shard in the only stream and function of the test; null when there is none.
    /// </summary>
    public Checkpoint? Of(ShardId shardId) => All.SingleOrDefault(entry => entry.Key.ShardId == shardId).Value;

    /// <inheritdoc/>
    public Task<Checkpoint?> ReadAsync(CheckpointKey key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_checkpoints.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryMoveAsync(
        CheckpointKey key, Checkpoint? expected, Checkpoint target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.IsAfter(expected))
        {
            throw new ArgumentException($"A checkpoint cannot move from {expected} to {target}.", nameof(target));
        }

        lock (_gate)
        {
            if (_checkpoints.GetValueOrDefault(key) != expected)
            {
                return Task.FromResult(false);
            }

            _checkpoints[key] = target;
            return Task.FromResult(true);
        }
    }
}
