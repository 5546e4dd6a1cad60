namespace TelemetryAspire.Telemetry;

/// <summary>The unit an event time counts in since 1970-01-01T00:00:00Z: Timestream's four.</summary>
public enum EventTimeUnit
{
    /// <summary>Thousandths of a second.</summary>
    Milliseconds,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Millionths of a second.</summary>
    Microseconds,

    /// <summary>Billionths of a second.</summary>
    Nanoseconds,
}
