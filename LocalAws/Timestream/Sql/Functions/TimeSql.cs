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
    public static string Floor(string nanos, string unit) =>
        SqlLet.WhenLong([nanos, unit], v => $"({v[0]} - {Remainder(v[0], v[1])})");

    /// <summary>Whole units, rounded down also before 1970: DuckDB divides towards zero.</summary>
    public static string FloorDivide(string nanos, long unit) => $"({Floor(nanos, Literals.Bigint(unit))} // {unit})";

    /// <summary>The beginning of the week.</summary>
    public static string FloorToWeek(string nanos) => SqlLet.WhenLong([nanos], v =>
    {
        var shifted = $"({v[0]} - {Literals.Bigint(FirstMonday)})";
        return $"({v[0]} - {Remainder(shifted, Literals.Bigint(7 * NanosPerDay))})";
    });

    /// <summary>As DuckDB's TIMESTAMP, without what is finer than a microsecond: for calendar functions only.</summary>
    public static string Calendar(string nanos) => $"make_timestamp({FloorDivide(nanos, NanosPerMicro)})";

    /// <summary>Nanoseconds of a DuckDB timestamp; it fails outside the range of times.</summary>
    public static string Nanos(string calendar) => $"epoch_ns({calendar})";

    /// <summary>
    /// Adds calendar months; the day is cut to the month's last, and what is finer than a microsecond is kept.
    /// </summary>
    public static string AddMonths(string nanos, string months) => SqlLet.WhenLong([nanos, months], v =>
        $"({Nanos($"{Calendar(v[0])} + to_months(CAST({v[1]} AS INTEGER))")} + "
        + $"{Remainder(v[0], Literals.Bigint(NanosPerMicro))})");

    /// <summary>The date of a time.</summary>
    public static string ToDate(string nanos) => $"CAST({Calendar(nanos)} AS DATE)";

    /// <summary>The midnight with which a date begins.</summary>
    public static string FromDate(string date) => Nanos($"CAST({date} AS TIMESTAMP)");

    /// <summary>A date so many days after another.</summary>
    public static string AddDays(string date, string days) => CheckedDate($"{date} + CAST({days} AS INTEGER)");

    /// <summary>A date so many months after another; the day is cut to the month's last.</summary>
    public static string AddMonthsToDate(string date, string months) =>
        CheckedDate($"{date} + to_months(CAST({months} AS INTEGER))");

    /// <summary>The text form of a timestamp: <c>2022-09-20 12:37:53.000000000</c>.</summary>
    public static string Text(string nanos) => $"{ScalarUdfs.TimestampText}({nanos})";

    /// <summary>The timestamp that a text holds; it fails when it holds none.</summary>
    public static string Read(string text) => SqlLet.WhenLong([text], v => Failure.WhenNull(
        $"{TimeUdfs.ReadTimestamp}({v[0]})",
        v[0],
        Failure.Sql(SqlType.Timestamp, "'Value cannot be cast to timestamp: '", v[0])));

    /// <summary>
    /// DuckDB's dates go further than the dialect's: through nanoseconds, which fail outside the range of times.
    /// </summary>
    private static string CheckedDate(string date) =>
        $"CAST(make_timestamp({FromDate($"({date})")} // {NanosPerMicro}) AS DATE)";
}
