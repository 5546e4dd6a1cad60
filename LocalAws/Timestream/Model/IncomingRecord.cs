namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>One measure of a multi-measure record.</summary>
internal readonly record struct NamedValue(string Name, ScalarValue Value);

/// <summary>A record of WriteRecords after validation: common attributes merged, values parsed, time in nanoseconds.</summary>
internal sealed class IncomingRecord
{
    /// <summary>Zero-based position in the request: what a rejection names.</summary>
    public required int Index { get; init; }

    public required SeriesKey Series { get; init; }

    public required string MeasureName { get; init; }

    public required MeasureType Type { get; init; }

    /// <summary>Nanoseconds since the epoch.</summary>
    public required long TimeNanos { get; init; }

    /// <summary>1 unless the request says otherwise.</summary>
    public required long Version { get; init; }

    /// <summary>One unnamed value of a single-measure record, or the measures of a multi-measure record ordered by name.</summary>
    public required NamedValue[] Values { get; init; }

    /// <summary>True when the time lies before the memory store's window, so that the magnetic store takes the record.</summary>
    public bool IsMagnetic { get; set; }

    public bool HasSameValue(MeasureType type, ReadOnlySpan<NamedValue> values) =>
        Type == type && Values.AsSpan().SequenceEqual(values);
}
