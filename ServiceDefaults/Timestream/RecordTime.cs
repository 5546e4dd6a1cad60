using System.Globalization;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Reads the time of a record, which Timestream takes as an integer in text and a unit.</summary>
internal static class RecordTime
{
    private const long NanosecondsPerTick = 100;

    /// <summary>Nanoseconds since 1970-01-01 UTC, for every time that 28 digits can name.</summary>
    /// <returns>False when the text is no integer or the unit is unknown.</returns>
    internal static bool TryGetNanoseconds(Record record, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        if (UnitOf(record.TimeUnit) is not { } unit
            || record.Time is not { Length: > 0 and <= 28 }
            || !Int128.TryParse(record.Time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time))
        {
            return false;
        }

        nanoseconds = time * unit;
        return true;
    }

    /// <summary>Nanoseconds since 1970-01-01 UTC of an instant.</summary>
    internal static Int128 ToNanoseconds(DateTimeOffset instant) =>
        (Int128)(instant - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;

    /// <summary>Nanoseconds in a unit; without a unit Timestream means milliseconds.</summary>
    private static long? UnitOf(TimeUnit? unit) => unit?.Value switch
    {
        null or "MILLISECONDS" => 1_000_000,
        "SECONDS" => 1_000_000_000,
        "MICROSECONDS" => 1_000,
        "NANOSECONDS" => 1,
        _ => null,
    };
}
