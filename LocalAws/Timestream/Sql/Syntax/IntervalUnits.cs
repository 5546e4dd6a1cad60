using System.Collections.Frozen;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>The units of intervals and of date functions. Source: developer guide, "Interval and duration".</summary>
internal static class IntervalUnits
{
    private static readonly FrozenDictionary<string, long> Nanos = new Dictionary<string, long>
    {
        ["ns"] = 1,
        ["nanosecond"] = 1,
        ["us"] = 1_000,
        ["microsecond"] = 1_000,
        ["ms"] = 1_000_000,
        ["millisecond"] = 1_000_000,
        ["s"] = 1_000_000_000,
        ["second"] = 1_000_000_000,
        ["m"] = 60_000_000_000,
        ["minute"] = 60_000_000_000,
        ["h"] = 3_600_000_000_000,
        ["hour"] = 3_600_000_000_000,
        ["d"] = 86_400_000_000_000,
        ["day"] = 86_400_000_000_000,
        ["week"] = 604_800_000_000_000,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Months = new Dictionary<string, int>
    {
        ["month"] = 1,
        ["quarter"] = 3,
        ["y"] = 12,
        ["year"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Units of <c>INTERVAL '2' DAY</c>.</summary>
    private static readonly FrozenSet<string> OfIntervals =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "second", "minute", "hour", "day", "week", "month", "year");

    /// <summary>Units of date_trunc, date_add and date_diff.</summary>
    private static readonly FrozenSet<string> OfFunctions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "nanosecond", "microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year");

    /// <summary>Whether <c>15m</c> may have the unit.</summary>
    public static bool IsLiteralUnit(string unit) =>
        (Nanos.ContainsKey(unit) || Months.ContainsKey(unit))
        && !unit.Equals("week", StringComparison.OrdinalIgnoreCase)
        && !unit.Equals("quarter", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <c>INTERVAL '2' DAY</c> may have the unit.</summary>
    public static bool IsIntervalUnit(string unit) => OfIntervals.Contains(unit);

    /// <summary>Whether date_trunc, date_add and date_diff know the unit.</summary>
    public static bool IsFunctionUnit(string unit) => OfFunctions.Contains(unit);

    /// <summary>Units of fixed length: in nanoseconds.</summary>
    public static bool TryGetNanos(string unit, out long nanos) => Nanos.TryGetValue(unit, out nanos);

    /// <summary>Calendar units: in months.</summary>
    public static bool TryGetMonths(string unit, out int months) => Months.TryGetValue(unit, out months);
}
