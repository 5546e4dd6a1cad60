using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Parts of a time: year(x), hour(x), and EXTRACT, which is written the same way in the syntax tree.</summary>
internal static class DatePartFunctions
{
    /// <summary>Names of the dialect and DuckDB's function for each; weeks are ISO weeks, and Monday is day 1.</summary>
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
        }

        table.Add("last_day_of_month", SqlType.Date, [SqlType.Date], a => $"last_day({a[0]})");
        table.Add("last_day_of_month", SqlType.Date, [SqlType.Timestamp], a => $"last_day({TimeSql.Calendar(a[0])})");
    }

    private static string Part(string nanos, long unit, long count) =>
        $"({TimeSql.Remainder(nanos, Literals.Bigint(unit * count))} // {unit})";
}
