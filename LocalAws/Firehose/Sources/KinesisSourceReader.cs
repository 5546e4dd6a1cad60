using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Sources;

/// <summary>Reads a Kinesis stream into the log of a delivery stream.</summary>
/// <remarks>
/// Each shard at most once a second, as AWS does, within the shard's own limits; nothing while nothing is there to be
/// read. Parents are read to their end before their children. A page and the position behind it are one entry of the
/// log, so no record is lost or doubled, wherever this process ends.
/// </remarks>
/// <param name="deliveryStream">The delivery stream's name.</param>
/// <param name="source">What to read.</param>
/// <param name="context">The streams, clock and logger.</param>
/// <param name="log">Where records go, and where their positions are kept.</param>
/// <param name="wake">Called when a buffer was opened or sealed.</param>
internal sealed partial class KinesisSourceReader(
    string deliveryStream,
    KinesisSource source,
    DeliveryStreamContext context,
    BufferLog log,
    Action wake)
{
    private const int MaxRecords = 10_000;
    private const int PageBytes = 1024 * 1024;

    /// <summary>An entry of the log ends here, so that a buffer is little over its size when it is sealed.</summary>
    private const int EntryBytes = 128 * 1024;

    /// <summary>While this many objects wait for delivery, the records wait in the stream.</summary>
    private const int MaxSealed = 8;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = context.Logger;
    private bool _isMissing;

    /// <summary>Reads until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await ReadRoundAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(deliveryStream);
        }
    }

    private async Task ReadRoundAsync(CancellationToken cancellationToken)
    {
        var stream = context.Kinesis.Find(source.StreamName());
        NoteMissing(stream is null);
        if (stream is not null)
        {
            // Taken before the look, so that a record that comes in between ends the wait.
            var changed = Task.WhenAny(stream.Shards.Select(shard => shard.Changes.Next));
            if (!await TryReadStreamAsync(stream))
            {
                await changed.WaitAsync(cancellationToken);
                return;
            }
        }

        await Task.Delay(Period, context.Clock, cancellationToken);
    }

    /// <returns>True when there was, or may be, something to read.</returns>
    private async Task<bool> TryReadStreamAsync(KinesisStream stream)
    {
        try
        {
            var hasRead = false;
            foreach (var shard in stream.Shards)
            {
                hasRead |= IsReady(stream, shard) && await TryReadShardAsync(stream, shard);
            }

            return hasRead;
        }
        catch (ResourceNotFoundException)
        {
            // The stream was deleted meanwhile; the next round looks for one of the same name.
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception, deliveryStream, stream.Metadata.Name, Period);
            return true;
        }
    }

    /// <summary>Whether all records of a shard's parents are taken, so that the order of each key is kept.</summary>
    private bool IsReady(KinesisStream stream, Shard shard)
    {
        foreach (var parent in stream.Shards)
        {
            if (shard.IsChildOf(parent) && Next(stream, parent) < parent.NextNumber)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> TryReadShardAsync(KinesisStream stream, Shard shard)
    {
        if (Next(stream, shard) >= shard.NextNumber)
        {
            return false;
        }

        while (log.SealedCount < MaxSealed && shard.Throughput.TryRead())
        {
            var next = Next(stream, shard);
            using var page = shard.Read(next, MaxRecords, PageBytes);
            shard.Throughput.AfterRead(page.PayloadBytes);
            if (page.Count == 0)
            {
                await PassExpiredAsync(stream, shard, next, page.NextNumber);
                break;
            }

            await AppendAsync(stream, shard, page);
        }

        return true;
    }

    private async Task AppendAsync(KinesisStream stream, Shard shard, LogRecords page)
    {
        using var batch = new EntryBatch();
        var now = context.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        for (var i = 0; i < page.Count;)
        {
            var end = EndOfEntry(page, i);
            batch.Begin(new ShardPosition(stream.Metadata.CreatedAt, shard.Index, page[end - 1].Number + 1));
            for (; i < end; i++)
            {
                Process(batch, ShardRecord.Read(page.Payload(i)).Data, page[i].Timestamp, now);
            }
        }

        var appended = await log.AppendAsync(batch);
        if (appended.NeedsAttention)
        {
            wake();
        }
    }

    /// <summary>
    /// Moves the position past records that left the stream unread, so that no child waits for them for ever.
    /// </summary>
    private async Task PassExpiredAsync(KinesisStream stream, Shard shard, long next, long firstKept)
    {
        if (firstKept <= next)
        {
            return;
        }

        using var batch = new EntryBatch();
        batch.Begin(new ShardPosition(stream.Metadata.CreatedAt, shard.Index, firstKept));
        await log.AppendAsync(batch);
        LogExpired(deliveryStream, firstKept - next, shard.Id, stream.Metadata.Name);
    }

    private void Process(EntryBatch batch, ReadOnlySpan<byte> data, long arrival, long now)
    {
        var processing = log.Settings.Processing;
        if (!KplAggregate.TryRead(data, out var records))
        {
            processing.Process(batch, data, arrival, now);
            return;
        }

        foreach (var record in records)
        {
            processing.Process(batch, record.Span, arrival, now);
        }
    }

    private static int EndOfEntry(LogRecords page, int start)
    {
        var bytes = 0;
        var end = start;
        while (end < page.Count && bytes < EntryBytes)
        {
            bytes += page[end++].PayloadLength;
        }

        return end;
    }

    private long Next(KinesisStream stream, Shard shard) =>
        log.Positions.Next(stream.Metadata.CreatedAt, shard.Index);

    private void NoteMissing(bool isMissing)
    {
        if (isMissing && !_isMissing)
        {
            LogMissing(deliveryStream, source.StreamName());
        }
        else if (_isMissing && !isMissing)
        {
            LogFound(deliveryStream, source.StreamName());
        }

        _isMissing = isMissing;
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Delivery stream {DeliveryStream} cannot read from its source (Kinesis.ResourceNotFound): the stream {Stream} "
        + "does not exist. A stream created under that name is read from its beginning.")]
    private partial void LogMissing(string deliveryStream, string stream);

    [LoggerMessage(LogLevel.Information, "Delivery stream {DeliveryStream} reads its source {Stream} again.")]
    private partial void LogFound(string deliveryStream, string stream);

    [LoggerMessage(
        LogLevel.Error,
        "Delivery stream {DeliveryStream} could not take records of the stream {Stream}; they stay there and are tried "
        + "again in {Delay}.")]
    private partial void LogFailed(Exception exception, string deliveryStream, string stream, TimeSpan delay);

    [LoggerMessage(
        LogLevel.Warning,
        "Delivery stream {DeliveryStream} lost {Count} records of {ShardId} of the stream {Stream}: they were not read "
        + "within the stream's retention. A longer retention gives more time to repair what keeps deliveries back.")]
    private partial void LogExpired(string deliveryStream, long count, string shardId, string stream);

    [LoggerMessage(LogLevel.Debug, "Delivery stream {DeliveryStream} stopped reading its source.")]
    private partial void LogStopped(string deliveryStream);
}
