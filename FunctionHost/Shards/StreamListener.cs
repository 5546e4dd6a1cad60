using Amazon.Kinesis.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost.Invocation;
using TelemetryAspire.FunctionHost.Ownership;
using TelemetryAspire.FunctionHost.Retries;

namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>
/// Watches one function's stream and decides which shards are to be read: parents first, new ones as they appear.
/// </summary>
internal sealed partial class StreamListener(
    KinesisFunction function,
    ShardDiscovery discovery,
    ShardWorkerFactory workers,
    OutageHold hold,
    FunctionHostHealth health,
    IOptions<FunctionHostOptions> options,
    TimeProvider timeProvider,
    ILoggerFactory loggers)
{
    /// <summary>
    /// How often a missing stream is looked for; DescribeStreamSummary allows 20 calls per second and account.
    /// </summary>
    private static readonly TimeSpan MissingStreamInterval = TimeSpan.FromSeconds(1);

    private readonly string _what = $"{function.Definition.Name} on {function.StreamName}";
    private readonly ILogger _logger = loggers.CreateLogger<StreamListener>();

    /// <summary>Listens until the host stops; outlives the stream, and its being deleted and created again.</summary>
    public async Task RunAsync(StopSignals stop)
    {
        try
        {
            while (true)
            {
                // What fails in here would fail again at once: wait as in an outage, and say so.
                await hold.UntilItWorksAsync(_what, _ => ListenOnceAsync(stop), stop);
            }
        }
        catch (OperationCanceledException) when (stop.StopReading.IsCancellationRequested)
        {
            LogStopped(function.Definition.Name, function.StreamName);
        }
    }

    private async Task<bool> ListenOnceAsync(StopSignals stop)
    {
        var stream = await WaitForStreamAsync(stop);
        LogListening(function.Definition.Name, stream.Name);
        await ListenAsync(stream, stop);
        LogStreamGone(stream.Name, function.Definition.Name);
        return true;
    }

    private async Task<StreamIdentity> WaitForStreamAsync(StopSignals stop)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            if (await FindStreamAsync(stop) is { } stream)
            {
                health.ReportRecovery(_what);
                return stream;
            }

            if (isFirst)
            {
                health.ReportOutage(_what, $"the stream {function.StreamName} does not exist or is not active");
                LogWaiting(function.Definition.Name, function.StreamName);
            }

            await Task.Delay(MissingStreamInterval, timeProvider, stop.StopReading);
        }
    }

    /// <summary>Returns when the stream is gone, with every worker ended.</summary>
    private async Task ListenAsync(StreamIdentity stream, StopSignals stop)
    {
        using var thisStream = new StopSource(stop);
        var owned = new OwnedShards(
            shardId => workers.Create(function, stream, shardId), loggers.CreateLogger<OwnedShards>());
        var ended = new HashSet<ShardId>();
        try
        {
            while (await FindStreamAsync(stop) == stream && await ListShardsAsync(stream, stop) is { } shards)
            {
                foreach (var shard in ShardOrder.Readable(shards, ended))
                {
                    owned.Own(shard.Id, thisStream.Signals);
                }

                await WaitForChangeAsync(owned, ended, stop.StopReading);
            }
        }
        finally
        {
            await thisStream.StopReadingAsync();
            await owned.WhenAllEndAsync();
        }
    }

    /// <summary>
    /// Waits for the next look at the stream: at once when a shard has ended, for its children may start.
    /// </summary>
    private async Task WaitForChangeAsync(OwnedShards owned, HashSet<ShardId> ended, CancellationToken stopReading)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopReading);
        var interval = Task.Delay(options.Value.ShardDiscoveryInterval, timeProvider, waiting.Token);
        while (!interval.IsCompleted)
        {
            await Task.WhenAny(interval, owned.WhenAnyEnds);
            var released = owned.ReleaseEnded();
            ended.UnionWith(released.Where(shard => shard.Value == ShardOutcome.ShardEnd).Select(shard => shard.Key));
            if (released.Values.Contains(ShardOutcome.ShardEnd))
            {
                break;
            }
        }

        stopReading.ThrowIfCancellationRequested();
        await waiting.CancelAsync();
    }

    private Task<StreamIdentity?> FindStreamAsync(StopSignals stop) => hold.UntilItWorksAsync(
        _what + " (discovery)", token => discovery.FindStreamAsync(function.StreamName, token), stop);

    private Task<IReadOnlyList<StreamShard>?> ListShardsAsync(StreamIdentity stream, StopSignals stop) =>
        hold.UntilItWorksAsync<IReadOnlyList<StreamShard>?>(
            _what + " (discovery)",
            async token =>
            {
                try
                {
                    return await discovery.ListShardsAsync(stream.Name, token);
                }
                catch (ResourceNotFoundException)
                {
                    return null;
                }
            },
            stop);

    [LoggerMessage(LogLevel.Information, "{Function} listens to the stream {Stream}.")]
    private partial void LogListening(string function, string stream);

    [LoggerMessage(
        LogLevel.Information, "{Function} waits for the stream {Stream}, which does not exist or is not active.")]
    private partial void LogWaiting(string function, string stream);

    [LoggerMessage(LogLevel.Warning, "The stream {Stream} that {Function} listened to is gone.")]
    private partial void LogStreamGone(string stream, string function);

    [LoggerMessage(LogLevel.Information, "{Function} has stopped listening to the stream {Stream}.")]
    private partial void LogStopped(string function, string stream);
}
