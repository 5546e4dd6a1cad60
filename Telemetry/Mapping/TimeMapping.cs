namespace TelemetryAspire.Telemetry;

/// <summary>Where a record's event time is, and the unit it counts in. Section <c>Telemetry:Mapping:Time</c>.</summary>
public sealed class TimeMapping
{
    /// <summary>The path of the event time: a number, or a text that is one, since 1970-01-01T00:00:00Z.</summary>
    /// <value>The default is <c>time</c>.</value>
    public string Path { get; set; } = "time";

    /// <summary>The unit of the event time where the record names none.</summary>
    /// <value>The default is <see cref="EventTimeUnit.Milliseconds"/>.</value>
    public EventTimeUnit Unit { get; set; } = EventTimeUnit.Milliseconds;

    /// <summary>
    /// The path of a member that names the record's own unit (<c>SECONDS</c>, any case); empty for none.
    /// </summary>
    /// <value>The default is <c>timeunit</c>.</value>
    public string UnitPath { get; set; } = "timeunit";
}
