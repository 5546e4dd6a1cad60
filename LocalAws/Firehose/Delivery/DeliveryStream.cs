using System.Threading.Channels;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Sources;
using TelemetryAspire.LocalAws.S3;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>One delivery stream: takes records, and delivers what it collected from a loop of its own.</summary>
/// <remarks>
/// Objects are delivered one at a time, in order. A delivery that fails is tried again until it succeeds, with the
/// records on disk meanwhile; AWS gives up, and drops the records, after 24 hours.
/// </remarks>
internal sealed partial class DeliveryStream : IAsyncDisposable
{
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(30);

    private readonly BufferLog _log;
    private readonly PutThroughput _throughput;
    private readonly ObjectDelivery _delivery;
    private readonly TimeProvider _clock;
    private readonly ILogger<DeliveryStream> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ITimer _deadlineTimer;
    private readonly Task _loops;
    private volatile StreamDefinition _definition;

    // Holds one token while there may be something to seal or deliver.
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public DeliveryStream(StreamDefinition definition, string logDirectory, DeliveryStreamContext context)
    {
        _definition = definition;
        _delivery = context.Delivery;
        _clock = context.Clock;
        _logger = context.Logger;
        _throughput = new PutThroughput(definition.Arn.Split(':')[3], context.Options.EnforceLimits, _clock);
        _log = new BufferLog(
            logDirectory,
            DestinationRules.Read(definition),
            definition.KinesisSource?.StartingPositions ?? ShardPositions.None,
            _clock,
            context.Logs,
            _logger);
        _deadlineTimer = _clock.CreateTimer(
            _ => Wake(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _wake.Writer.TryWrite(true);
        var reader = definition.KinesisSource is { } source
            ? new KinesisSourceReader(definition.Name, source, context, _log, Wake)
            : null;
        _loops = Task.WhenAll(
            Task.Run(DeliverAsync),
            reader is null ? Task.CompletedTask : Task.Run(() => reader.RunAsync(_stopping.Token)));
        _ = WatchAsync(context.Lifetime);
    }

    /// <summary>What it was created with and changed to.</summary>
    public StreamDefinition Definition => _definition;

    /// <summary>Takes records durably.</summary>
    /// <exception cref="Protocol.AwsException">
    /// InvalidArgumentException where a stream is the source, ServiceUnavailableException beyond the throughput.
    /// </exception>
    public async Task<TakenRecords> PutAsync(IReadOnlyList<FirehoseRecord?> records)
    {
        var definition = _definition;
        if (definition.KinesisSource is not null)
        {
            throw FirehoseErrors.NotPutTo(definition.StreamType());
        }

        if (!_throughput.TryTakeRequest())
        {
            throw FirehoseErrors.SlowDown();
        }

        using var batch = new EntryBatch();
        var isTaken = AddTaken(batch, records);
        return new TakenRecords(await AppendAsync(batch, isTaken), definition.Encryption.IsEnabled());
    }

    /// <summary>Changes the definition, and the destination with it.</summary>
    /// <param name="definition">The new one.</param>
    /// <param name="persist">Makes it durable.</param>
    public async Task ChangeAsync(StreamDefinition definition, Action persist)
    {
        if (ReferenceEquals(definition.Destination, _definition.Destination))
        {
            persist();
        }
        else
        {
            await _log.ChangeAsync(DestinationRules.Read(definition), persist);
            Wake();
        }

        _definition = definition;
    }

    /// <summary>Stops; what is buffered stays on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        // A loop that failed has said so, and must not keep the log from being closed.
        await _loops.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _deadlineTimer.DisposeAsync();
        _log.Dispose();
        _stopping.Dispose();
    }

    private bool[] AddTaken(EntryBatch batch, IReadOnlyList<FirehoseRecord?> records)
    {
        var isTaken = new bool[records.Count];
        var processing = _log.Settings.Processing;
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        for (var i = 0; i < records.Count; i++)
        {
            var data = records[i]!.Data!;
            isTaken[i] = _throughput.TryTakeRecord(data.Length);
            if (isTaken[i])
            {
                batch.Begin(position: null);
                processing.Process(batch, data, now, now);
            }
        }

        return isTaken;
    }

    private async Task<PutOutcome[]> AppendAsync(EntryBatch batch, bool[] isTaken)
    {
        var slowDown = new PutOutcome(null, FirehoseErrors.SlowDown());
        if (batch.Count == 0)
        {
            return Array.ConvertAll(isTaken, _ => slowDown);
        }

        try
        {
            var appended = await _log.AppendAsync(batch);
            if (appended.NeedsAttention)
            {
                Wake();
            }

            var next = 0;
            return Array.ConvertAll(
                isTaken,
                taken => taken ? new PutOutcome(FormatRecordId(appended.Numbers[next++]), null) : slowDown);
        }
        catch (IOException exception)
        {
            LogNotWritten(exception, batch.Count, _definition.Name);
            var notWritten = new PutOutcome(null, FirehoseErrors.NotWritten());
            return Array.ConvertAll(isTaken, taken => taken ? notWritten : slowDown);
        }
    }

    // Unique for all time: a name that is created again has another creation time.
    private string FormatRecordId(long number) =>
        $"{_definition.CreatedAt.ToUnixTimeMilliseconds():x12}{number:x16}";

    private void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>A loop that fails must not leave a delivery stream behind that takes records for nobody.</summary>
    private async Task WatchAsync(IHostApplicationLifetime lifetime)
    {
        try
        {
            await _loops;
        }
        catch (Exception exception)
        {
            LogFailed(exception, _definition.Name);
            lifetime.StopApplication();
        }
    }

    private async Task DeliverAsync()
    {
        try
        {
            while (await _wake.Reader.WaitToReadAsync(_stopping.Token))
            {
                _wake.Reader.TryRead(out _);
                await DeliverDueAsync(_stopping.Token);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogStopped(_definition.Name);
        }
    }

    private async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        await RetryAsync(_ => _log.SealIfDueAsync(), cancellationToken);
        while (_log.NextToDeliver is { } buffer)
        {
            var bucket = "";
            await RetryAsync(
                async token => bucket = await _delivery.DeliverAsync(_log, buffer, token), cancellationToken);
            await RetryAsync(_ => _log.MarkDeliveredAsync(buffer), cancellationToken);
            LogDelivered(_definition.Name, bucket, buffer.Key);
            await RetryAsync(_ => _log.SealIfDueAsync(), cancellationToken);
        }

        ArmDeadline();
    }

    /// <summary>Runs a step until it succeeds: nothing acknowledged is ever given up.</summary>
    private async Task RetryAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        for (var delay = FirstRetryDelay; ; delay = Min(delay * 2, LongestRetryDelay))
        {
            try
            {
                await step(cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var reason = exception is S3Exception refusal ? refusal.Code : exception.Message;
                LogDeliveryFailed(exception, _definition.Name, _log.Settings.Bucket, reason, delay);
            }

            await Task.Delay(delay, _clock, cancellationToken);
        }
    }

    private void ArmDeadline()
    {
        if (_log.Deadline is { } deadline)
        {
            var due = Min(deadline - _clock.GetUtcNow(), _log.Settings.BufferInterval);
            _deadlineTimer.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    [LoggerMessage(LogLevel.Error, "{Count} records could not be written to delivery stream {DeliveryStream}.")]
    private partial void LogNotWritten(Exception exception, int count, string deliveryStream);

    [LoggerMessage(LogLevel.Information, "Delivery stream {DeliveryStream} delivered {Key} to bucket {Bucket}.")]
    private partial void LogDelivered(string deliveryStream, string bucket, string key);

    [LoggerMessage(
        LogLevel.Warning,
        "Delivery stream {DeliveryStream} could not deliver to bucket {Bucket} ({Reason}); the records are kept and "
        + "tried again in {Delay}.")]
    private partial void LogDeliveryFailed(
        Exception exception, string deliveryStream, string bucket, string reason, TimeSpan delay);

    [LoggerMessage(LogLevel.Critical, "Delivery stream {DeliveryStream} failed, and LocalAws stops.")]
    private partial void LogFailed(Exception exception, string deliveryStream);

    [LoggerMessage(LogLevel.Debug, "Delivery stream {DeliveryStream} stopped.")]
    private partial void LogStopped(string deliveryStream);
}
