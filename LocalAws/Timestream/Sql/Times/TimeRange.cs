namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>The times the service can hold. Source: developer guide, "Supported data types".</summary>
internal static class TimeRange
{
    /// <summary>1677-09-21 00:12:44.000000000.</summary>
    private const long MinNanos = -9_223_372_036_000_000_000;

    private const long NanosPerTick = 100;

    private static readonly DateOnly MinDate = new(1677, 9, 21);
    private static readonly DateOnly MaxDate = new(2262, 4, 11);

    public static bool Holds(DateOnly date) => date >= MinDate && date <= MaxDate;

    /// <summary>
    /// Whether a time on the date may be one that the service can hold when its zone is another than UTC.
    /// </summary>
    public static bool HoldsInSomeZone(DateOnly date) => date >= MinDate.AddDays(-1) && date <= MaxDate.AddDays(1);

    /// <summary>Nanoseconds since the epoch; null when the service cannot hold the time.</summary>
    /// <param name="utc">In whole seconds.</param>
    /// <param name="fraction">Nanoseconds of the second.</param>
    public static long? ToNanos(DateTime utc, int fraction)
    {
        var nanos = ((Int128)(utc - DateTime.UnixEpoch).Ticks * NanosPerTick) + fraction;
        return nanos >= MinNanos && nanos <= long.MaxValue ? (long)nanos : null;
    }
}
