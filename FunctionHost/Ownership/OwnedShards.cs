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

    // One for all the rounds in which nothing ends: waiting for the workers themselves (Task.WhenAny) would leave
    // something behind at each of them every round, and a worker may run for months.
    private volatile TaskCompletionSource _ended = NewSignal();

    /// <summary>Starts the shard's worker, unless it runs.</summary>
    public void Own(ShardId shardId, StopSignals stop)
    {
        if (!_running.ContainsKey(shardId))
        {
            var worker = Task.Run(() => RunAsync(shardId, stop), CancellationToken.None);
            _running.Add(shardId, worker);

            // After the worker's task, not in it: whoever is woken finds the task completed.
            _ = worker.ContinueWith(
                _ => _ended.TrySetResult(),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    /// <summary>Completes when a worker has ended since the last release; never while none does.</summary>
    public Task WhenAnyEnds => _ended.Task;

    /// <summary>Completes when every worker has ended.</summary>
    public Task WhenAllEndAsync() => Task.WhenAll(_running.Values);

    /// <summary>Lets go of the shards whose workers ended, and says how they did.</summary>
    public IReadOnlyDictionary<ShardId, ShardOutcome> ReleaseEnded()
    {
        // Before looking: a worker that ends from here on is told of again.
        _ended = NewSignal();
        var ended = _running.Where(shard => shard.Value.IsCompleted).ToDictionary(s => s.Key, s => s.Value.Result);
        foreach (var shardId in ended.Keys)
        {
            _running.Remove(shardId);
        }

        return ended;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

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
