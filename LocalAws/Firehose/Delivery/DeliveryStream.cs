using System.Threading.Channels;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.S3;
using TelemetryAspire.LocalAws.Storage;

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
    private readonly DeliverySettings _settings;
    private readonly ObjectDelivery _delivery;
    private readonly TimeProvider _clock;
    private readonly ILogger<DeliveryStream> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ITimer _deadlineTimer;
    private readonly Task _loop;

    // Holds one token while there may be something to seal or deliver.
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public DeliveryStream(
        StreamDefinition definition,
        string logDirectory,
        ObjectDelivery delivery,
        FsyncPolicy fsync,
        TimeProvider clock,
        ILogger<DeliveryStream> logger)
    {
        Definition = definition;
        _settings = DestinationRules.Read(definition.Name, definition.Destination);
        _delivery = delivery;
        _clock = clock;
        _logger = logger;
        _log = new BufferLog(logDirectory, _settings, clock, fsync, logger);
        _deadlineTimer = clock.CreateTimer(
            _ => Wake(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _wake.Writer.TryWrite(true);
        _loop = Task.Run(DeliverAsync);
    }

    /// <summary>What it was created with.</summary>
    public StreamDefinition Definition { get; }

    /// <summary>Takes records, all or none, durably.</summary>
    /// <returns>An id for each record.</returns>
    public async Task<string[]> PutAsync(IReadOnlyList<FirehoseRecord?> records)
    {
        var appended = await _log.AppendAsync(records);
        if (appended.NeedsAttention)
        {
            Wake();
        }

        return Array.ConvertAll(appended.Numbers, FormatRecordId);
    }

    /// <summary>Stops; what is buffered stays on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _loop;
        await _deadlineTimer.DisposeAsync();
        _log.Dispose();
        _stopping.Dispose();
    }

    // Unique for all time: a name that is created again has another creation time.
    private string FormatRecordId(long number) =>
        $"{Definition.CreatedAt.ToUnixTimeMilliseconds():x12}{number:x16}";

    private void Wake() => _wake.Writer.TryWrite(true);

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
            LogStopped(Definition.Name);
        }
    }

    private async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        await RetryAsync(_ => _log.SealIfDueAsync(), cancellationToken);
        while (_log.NextToDeliver is { } buffer)
        {
            await RetryAsync(token => _delivery.DeliverAsync(_log, buffer, _settings, token), cancellationToken);
            await RetryAsync(_ => _log.MarkDeliveredAsync(buffer), cancellationToken);
            LogDelivered(Definition.Name, _settings.Bucket, buffer.Key);
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
                LogDeliveryFailed(exception, Definition.Name, _settings.Bucket, reason, delay);
            }

            await Task.Delay(delay, _clock, cancellationToken);
        }
    }

    private void ArmDeadline()
    {
        if (_log.Deadline is { } deadline)
        {
            var due = deadline - _clock.GetUtcNow();
            _deadlineTimer.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    [LoggerMessage(LogLevel.Information, "Delivery stream {DeliveryStream} delivered {Key} to bucket {Bucket}.")]
    private partial void LogDelivered(string deliveryStream, string bucket, string key);

    [LoggerMessage(
        LogLevel.Warning,
        "Delivery stream {DeliveryStream} could not deliver to bucket {Bucket} ({Reason}); the records are kept and "
        + "tried again in {Delay}.")]
    private partial void LogDeliveryFailed(
        Exception exception, string deliveryStream, string bucket, string reason, TimeSpan delay);

    [LoggerMessage(LogLevel.Debug, "Delivery stream {DeliveryStream} stopped.")]
    private partial void LogStopped(string deliveryStream);
}
