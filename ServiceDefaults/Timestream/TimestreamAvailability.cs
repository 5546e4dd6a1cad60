using Microsoft.Extensions.Logging;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Knows whether Timestream answers; logs the change, not every call.</summary>
internal sealed partial class TimestreamAvailability(TimeProvider timeProvider, ILogger<TimestreamAvailability> logger)
{
    private readonly Lock _gate = new();
    private volatile TimestreamOutage? _outage;

    /// <summary>The outage that lasts now, or null.</summary>
    internal TimestreamOutage? Outage => _outage;

    /// <summary>A call was answered, be it with a refusal of records.</summary>
    internal void Answered()
    {
        if (_outage is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_outage is { } outage)
            {
                _outage = null;
                LogAvailable(logger, (timeProvider.GetUtcNow() - outage.Since).TotalSeconds);
            }
        }
    }

    /// <summary>A call failed for reasons that are not the records'.</summary>
    internal void Failed(Exception error)
    {
        lock (_gate)
        {
            if (_outage is null)
            {
                LogUnavailable(logger, $"{error.GetType().Name}: {error.Message}");
            }

            _outage = new TimestreamOutage(_outage?.Since ?? timeProvider.GetUtcNow(), error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Timestream is unavailable; records are held until it answers again. {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Information, "Timestream is available again after {OutageSeconds:0.0} s.")]
    private static partial void LogAvailable(ILogger logger, double outageSeconds);
}

/// <summary>A time in which no WriteRecords call was answered.</summary>
/// <param name="Since">When the first call failed.</param>
/// <param name="Error">Why the latest call failed.</param>
internal sealed record TimestreamOutage(DateTimeOffset Since, Exception Error);
