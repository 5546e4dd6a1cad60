using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.Simulator.Kinesis;

/// <content>Waiting while the stream takes nothing, and saying so.</content>
internal sealed partial class StreamProducer
{
    /// <summary>The first wait: short, since most failures of a reachable stream are over at once.</summary>
    private static readonly TimeSpan MinBackoff = TimeSpan.FromMilliseconds(100);

    private async Task WaitOutAsync(
        string stream, string reason, bool nothingAccepted, CancellationToken cancellationToken)
    {
        var delay = Backoff.Delay(_failures++, MinBackoff, options.Value.Producer.MaxBackoff, _jitter);
        if (nothingAccepted)
        {
            _outage = reason;
            if (_outageSince is null)
            {
                _outageSince = timeProvider.GetUtcNow();
                LogOutage(stream, reason);
            }
        }

        await Task.Delay(delay, timeProvider, cancellationToken);
    }

    private void EndOutage(string stream)
    {
        _failures = 0;
        _outage = null;
        if (_outageSince is { } since)
        {
            _outageSince = null;
            LogOutageEnded(stream, timeProvider.GetUtcNow() - since, _buffer.Count);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The stream {Stream} takes no records: {Reason} They are kept and sent again.")]
    private partial void LogOutage(string stream, string reason);

    [LoggerMessage(LogLevel.Information, "The stream {Stream} takes records again after {Outage}; {Waiting} wait.")]
    private partial void LogOutageEnded(string stream, TimeSpan outage, int waiting);

    [LoggerMessage(
        LogLevel.Warning, "{Waiting} records wait for the stream: the sources wait too, until there is room.")]
    private partial void LogSourcesWait(int waiting);

    [LoggerMessage(LogLevel.Information, "There is room for records again; the sources go on.")]
    private partial void LogSourcesGoOn();

    [LoggerMessage(
        LogLevel.Error,
        "The stream {Stream} refused a record of {SizeBytes} bytes with partition key {PartitionKey} for good: "
        + "{ErrorCode}: {Reason} It is not sent again.")]
    private partial void LogRefused(string stream, int sizeBytes, string partitionKey, string errorCode, string reason);

    [LoggerMessage(
        LogLevel.Error, "The simulator stopped before the stream acknowledged {Records} records: they are lost.")]
    private partial void LogNotSent(long records);
}
