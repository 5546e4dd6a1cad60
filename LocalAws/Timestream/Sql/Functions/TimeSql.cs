using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Arithmetic on times as integer nanoseconds, in DuckDB's SQL.</summary>
internal static class TimeSql
{
    public const long NanosPerMicro = 1_000;
    public const long NanosPerMilli = 1_000_000;
    public const long NanosPerSecond = 1_000_000_000;
    public const long NanosPerDay = 86_400 * NanosPerSecond;

    /// <summary>1970-01-05, the first Monday: weeks begin on Mondays.</summary>
    private const long FirstMonday = 4 * NanosPerDay;

    /// <summary>What is left after taking off whole units; never negative.</summary>
    public static string Remainder(string nanos, string unit) => $"((({nanos} % {unit}) + {unit}) % {unit})";

    /// <summary>Rounds down to a multiple of the unit, also before 1970.</summary>
    public static string Floor(string nanos, string unit) => $"({nanos} - {Remainder(nanos, unit)})";

    /// <summary>The beginning of the week.</summary>
    public static string FloorToWeek(string nanos)
    {
        var shifted = $"({nanos} - {Literals.Bigint(FirstMonday)})";
        return $"({nanos} - {Remainder(shifted, Literals.Bigint(7 * NanosPerDay))})";
    }

    /// <summary>As DuckDB's TIMESTAMP, without what is finer than a microsecond: for calendar functions only.</summary>
    public static string Calendar(string nanos) =>
        $"make_timestamp({Floor(nanos, Literals.Bigint(NanosPerMicro))} // {NanosPerMicro})";

    /// <summary>Nanoseconds of a DuckDB timestamp.</summary>
    public static string Nanos(string calendar) => $"epoch_ns({calendar})";

    /// <summary>Adds calendar months; the day is cut to the month's last, and what is finer than a microsecond is kept.</summary>
    public static string AddMonths(string nanos, string months) =>
        $"({Nanos($"{Calendar(nanos)} + to_months(CAST({months} AS INTEGER))")} + "
        + $"{Remainder(nanos, Literals.Bigint(NanosPerMicro))})";

    /// <summary>The text form of a timestamp: <c>2022-09-20 12:37:53.000000000</c>.</summary>
    public static string Text(string nanos) => $"{ScalarUdfs.TimestampText}({nanos})";
}
