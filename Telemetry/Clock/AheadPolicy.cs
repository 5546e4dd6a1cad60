namespace TelemetryAspire.Telemetry;

/// <summary>What is done with a reading whose event time is too far ahead of its arrival.</summary>
public enum AheadPolicy
{
    /// <summary>
    /// Its time becomes its arrival stamp; the device's own time stays known through <c>clock_offset_ms</c>.
    /// </summary>
    Correct,

    /// <summary>It becomes a dead letter with the reason <see cref="MappingFailureReason.ClockAhead"/>.</summary>
    DeadLetter,

    /// <summary>
    /// It is written as it is. Timestream refuses it until its time has come, so it holds up its shard until then.
    /// </summary>
    Accept,
}
