using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Parts of a time: year(x), hour(x), and EXTRACT, which is written the same way in the syntax tree.</summary>
internal static class DatePartFunctions
{
    /// <summary>
    /// Names of the dialect and DuckDB's function for each; weeks are ISO weeks, and Monday is day 1.
    /// </summary>
    private static readonly (string Name, string DuckDb)[] CalendarParts =
    [
        ("year", "year"), ("quarter", "quarter"), ("month", "month"), ("day", "day"), ("day_of_month", "day"),
        ("week", "week"), ("week_of_year", "week"), ("day_of_week", "isodow"), ("dow", "isodow"),
        ("day_of_year", "dayofyear"), ("doy", "dayofyear"), ("year_of_week", "isoyear"), ("yow", "isoyear"),
    ];

    private static readonly (string Name, long UnitNanos, long Count)[] ClockParts =
    [
        ("hour", 3600 * TimeSql.NanosPerSecond, 24), ("minute", 60 * TimeSql.NanosPerSecond, 60),
        ("second", TimeSql.NanosPerSecond, 60), ("millisecond", TimeSql.NanosPerMilli, 1_000),
        ("nanosecond", 1, TimeSql.NanosPerSecond),
    ];

    public static void AddTo(FunctionTable table)
    {
        foreach (var (name, duckDb) in CalendarParts)
        {
            table.Add(name, SqlType.Bigint, [SqlType.Date], a => $"{duckDb}({a[0]})");
            table.Add(name, SqlType.Bigint, [SqlType.Timestamp], a => $"{duckDb}({TimeSql.Calendar(a[0])})");
        }

        foreach (var (name, unit, count) in ClockParts)
        {
            table.Add(name, SqlType.Bigint, [SqlType.Time], a => Part(a[0], unit, count));
            table.Add(name, SqlType.Bigint, [SqlType.Timestamp], a => Part(a[0], unit, count));
            table.Add(name, SqlType.Bigint, [SqlType.DayInterval], a => $"({a[0]} // {unit} % {count})");
        }

        table.Add("day", SqlType.Bigint, [SqlType.DayInterval], Days);
        table.Add("day_of_month", SqlType.Bigint, [SqlType.DayInterval], Days);
        table.Add("year", SqlType.Bigint, [SqlType.MonthInterval], a => $"CAST({a[0]} // 12 AS BIGINT)");
        table.Add("month", SqlType.Bigint, [SqlType.MonthInterval], a => $"CAST({a[0]} % 12 AS BIGINT)");
    }

    private static string Days(string[] a) => $"({a[0]} // {TimeSql.NanosPerDay})";

    private static string Part(string nanos, long unit, long count) =>
        $"({TimeSql.Remainder(nanos, Literals.Bigint(unit * count))} // {unit})";
}
