namespace TelemetryAspire.Telemetry;

/// <summary>What a device said in one record: when, who, and what it measured.</summary>
public sealed record TelemetryReading
{
    /// <summary>The event time in nanoseconds since 1970-01-01T00:00:00Z: up to 2262-04-11, as in Timestream.</summary>
    public required long TimeNanoseconds { get; init; }

    /// <summary>What names the series; at least one.</summary>
    public required IReadOnlyList<TelemetryDimension> Dimensions { get; init; }

    /// <summary>What was measured; at least one, each name once.</summary>
    public required IReadOnlyList<TelemetryMeasure> Measures { get; init; }

    /// <summary>Whether the time is the arrival stamp because the device's clock was too far ahead.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>The producer's W3C trace context, when the mapping says where it is and the record has it.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>A dimension: part of the name of a series.</summary>
/// <param name="Name">Its name, in the case the record or the mapping gives it.</param>
/// <param name="Value">Its value; never empty.</param>
public readonly record struct TelemetryDimension(string Name, string Value);

/// <summary>A measure.</summary>
/// <param name="Name">Its name, in the case the record or the mapping gives it.</param>
/// <param name="Value">Its value as Timestream takes it: for a number, the record's own digits.</param>
/// <param name="Type">Its type; never <see cref="MeasureType.Auto"/>.</param>
public readonly record struct TelemetryMeasure(string Name, string Value, MeasureType Type);
