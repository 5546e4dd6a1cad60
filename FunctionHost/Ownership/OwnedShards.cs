using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost.Shards;

namespace TelemetryAspire.FunctionHost.Ownership;

/// <summary>The shards this process owns for one function: it runs their workers, and nobody else does.</summary>
/// <remarks>
/// Today one process owns every shard that may be read (<see cref="FunctionLock"/> keeps a second one out), so <see
/// cref="StreamListener"/> calls <see cref="Own"/> for all of them. With many processes, the listener's plan becomes
/// the stream grain's and each shard grain runs the same <see cref="ShardWorker"/> under its activation; reading,
/// delivery and checkpoints stay as they are, since a checkpoint moves only if nobody else moved it.
/// </remarks>
internal sealed partial class OwnedShards(Func<ShardId, ShardWorker> createWorker, ILogger<OwnedShards> logger)
{
    private readonly Dictionary<ShardId, Task<ShardOutcome>> _running = [];

    /// <summary>Starts the shard's worker, unless it runs.</summary>
    public void Own(ShardId shardId, StopSignals stop)
    {
        if (!_running.ContainsKey(shardId))
        {
            _running.Add(shardId, Task.Run(() => RunAsync(shardId, stop), CancellationToken.None));
        }
    }

    /// <summary>Completes when a worker ends; never when none runs.</summary>
    public Task WhenAnyEndsAsync(CancellationToken cancellationToken) => _running.Count == 0
        ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken)
        : Task.WhenAny(_running.Values);

    /// <summary>Completes when every worker has ended.</summary>
    public Task WhenAllEndAsync() => Task.WhenAll(_running.Values);

    /// <summary>Lets go of the shards whose workers ended, and says how they did.</summary>
    public IReadOnlyDictionary<ShardId, ShardOutcome> ReleaseEnded()
    {
        var ended = _running.Where(shard => shard.Value.IsCompleted).ToDictionary(s => s.Key, s => s.Value.Result);
        foreach (var shardId in ended.Keys)
        {
            _running.Remove(shardId);
        }

        return ended;
    }

    private async Task<ShardOutcome> RunAsync(ShardId shardId, StopSignals stop)
    {
        try
        {
            return await createWorker(shardId).RunAsync(stop);
        }
        catch (Exception exception)
        {
            // The checkpoint stands where it stood, so starting again loses nothing; one shard's trouble is not the
            // others'.
            LogFailed(shardId, exception);
            return ShardOutcome.Lost;
        }
    }

    [LoggerMessage(LogLevel.Error, "The worker of {ShardId} failed; it starts again from its checkpoint.")]
    private partial void LogFailed(ShardId shardId, Exception exception);
}
