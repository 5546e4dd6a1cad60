using System.Globalization;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>The time of a record: a whole number in its unit, from 1970-01-01 to 2262-04-11.</summary>
internal static class RecordTime
{
    /// <summary>Reads it as nanoseconds since the epoch.</summary>
    public static long Parse(string? text, string? unit)
    {
        var nanosPerUnit = NanosPer(unit);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= long.MaxValue / nanosPerUnit
            ? number * nanosPerUnit
            : throw TimestreamErrors.Validation("Invalid time for record.");
    }

    /// <summary>The length of a record's unit, milliseconds unless it has one.</summary>
    public static long NanosPer(string? unit) => unit switch
    {
        null or "MILLISECONDS" => 1_000_000L,
        "SECONDS" => 1_000_000_000L,
        "MICROSECONDS" => 1_000L,
        _ => 1L,
    };
}
