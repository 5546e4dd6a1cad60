using System.Threading.Channels;
using Amazon.Kinesis.Model;
using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost.Checkpoints;
using TelemetryAspire.FunctionHost.Invocation;

namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>
/// Reads one shard and delivers its records to the function, for as long as this process owns the shard.
/// </summary>
/// <remarks>
/// This is all an owner does for a shard, and it knows nothing of how ownership was decided: an Orleans grain can run
/// it as <see cref="Ownership.OwnedShards"/> does. Reading runs ahead of delivery by a page, no more.
/// </remarks>
internal sealed partial class ShardWorker(
    KinesisFunction function,
    StreamIdentity stream,
    ShardId shardId,
    ShardCheckpoint checkpoint,
    Func<SequenceNumber?, ShardReader> readAfter,
    BatchDelivery delivery,
    FunctionHostHealth health,
    ILogger<ShardWorker> logger)
{
    /// <summary>
    /// Pages read and not yet taken. With the page being read and the one being delivered, at most three of up to 10 MB
    /// each (GetRecords' limit) are in memory.
    /// </summary>
    private const int PrefetchedPages = 1;

    private readonly string _what = FunctionHostHealth.NameOf(
        function.Definition.Name, stream.Name, shardId);

    /// <summary>Runs until the shard's end, the host's stop, or the loss of the shard.</summary>
    public async Task<ShardOutcome> RunAsync(StopSignals stop)
    {
        try
        {
            var start = await checkpoint.LoadAsync(stop);
            if (start is { IsShardEnd: true })
            {
                return ShardOutcome.ShardEnd;
            }

            var from = start is null ? "from its oldest record" : $"after {start}";
            LogStarted(function.Definition.Name, stream.Name, shardId, from);
            await ReadAndDeliverAsync(start?.LastHandled, stop);
            return checkpoint.Current is { IsShardEnd: true } ? ShardOutcome.ShardEnd : ShardOutcome.Stopped;
        }
        catch (OperationCanceledException) when (stop.StopReading.IsCancellationRequested)
        {
            return ShardOutcome.Stopped;
        }
        catch (ResourceNotFoundException)
        {
            return ShardOutcome.Gone;
        }
        catch (CheckpointConflictException exception)
        {
            LogLost(_what, exception.Message);
            return ShardOutcome.Lost;
        }
        finally
        {
            health.ReportReleased(_what);
        }
    }

    private async Task ReadAndDeliverAsync(SequenceNumber? after, StopSignals stop)
    {
        var pages = Channel.CreateBounded<ShardPage>(
            new BoundedChannelOptions(PrefetchedPages) { SingleReader = true, SingleWriter = true });
        using var reading = new StopSource(stop);
        var readLoop = ReadIntoAsync(pages.Writer, readAfter(after), reading.Signals);
        try
        {
            // Not cancelled by stage one: what was read before it is still delivered.
            await foreach (var page in pages.Reader.ReadAllAsync(stop.GiveUp))
            {
                await DeliverAsync(page, stop);
            }
        }
        finally
        {
            await reading.GiveUpAsync();
            await readLoop;
        }
    }

    /// <summary>Fills the channel; its end, also by an exception, reaches the delivery after the last page.</summary>
    private static async Task ReadIntoAsync(ChannelWriter<ShardPage> pages, ShardReader reader, StopSignals stop)
    {
        try
        {
            var (isShardEnd, wasBehind) = (false, false);
            while (!isShardEnd)
            {
                var page = await reader.ReadAsync(stop);
                isShardEnd = page.IsShardEnd;
                // Of the empty pages, only the one that tells that the tip is reached is news.
                var reachesTip = wasBehind && page.IteratorAge == TimeSpan.Zero;
                wasBehind = page.IteratorAge > TimeSpan.Zero;
                if (page.Records.Count > 0 || isShardEnd || reachesTip)
                {
                    await pages.WriteAsync(page, stop.StopReading);
                }
            }

            pages.Complete();
        }
        catch (OperationCanceledException) when (stop.StopReading.IsCancellationRequested)
        {
            pages.Complete();
        }
        catch (Exception exception)
        {
            pages.Complete(exception);
        }
    }

    private async Task DeliverAsync(ShardPage page, StopSignals stop)
    {
        // Records at or before the checkpoint were handled; they come again only when reading had to start further
        // back.
        var records = page.Records
            .Where(record => Checkpoint.At(record.SequenceNumber).IsAfter(checkpoint.Current))
            .ToList();
        foreach (var batch in records.Chunk(function.BatchSize))
        {
            health.ReportBehind(_what, batch[0].ApproximateArrivalTimestamp);
            await delivery.DeliverAsync(batch, page.Trace, stop);
        }

        if (page.IteratorAge > TimeSpan.Zero)
        {
            health.ReportBehind(_what, page.ReadAt - page.IteratorAge);
        }
        else
        {
            health.ReportCaughtUp(_what);
        }

        if (page.IsShardEnd)
        {
            await checkpoint.MoveAsync(Checkpoint.ShardEnd, stop);
            LogShardEnd(function.Definition.Name, stream.Name, shardId);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Function} reads {Stream}/{ShardId} {Start}.")]
    private partial void LogStarted(string function, string stream, ShardId shardId, string start);

    [LoggerMessage(LogLevel.Information, "{Function} has handled {Stream}/{ShardId} to its end.")]
    private partial void LogShardEnd(string function, string stream, ShardId shardId);

    [LoggerMessage(LogLevel.Warning, "{What} starts again: {Reason}")]
    private partial void LogLost(string what, string reason);
}
