using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Times;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions that make times of numbers and of ISO 8601, and the other way round.</summary>
internal static class TimeConversions
{
    private static readonly SqlType Time = SqlType.Timestamp;
    private static readonly SqlType Whole = SqlType.Bigint;
    private static readonly SqlType Text = SqlType.Varchar;

    public static void AddTo(FunctionTable table)
    {
        table.Add("from_nanoseconds", Time, [Whole], a => a[0]);
        table.Add("from_milliseconds", Time, [Whole], a => $"({a[0]} * {TimeSql.NanosPerMilli})");
        // To the microsecond, as far as a double can tell times of today apart.
        table.Add(
            "from_unixtime",
            Time,
            [SqlType.Double],
            a => $"(CAST(round({a[0]} * 1e6) AS BIGINT) * {TimeSql.NanosPerMicro})");
        table.Add("to_nanoseconds", Whole, [Time], a => a[0]);
        table.Add("to_nanoseconds", Whole, [SqlType.DayInterval], a => a[0]);
        table.Add("to_milliseconds", Whole, [Time], a => TimeSql.FloorDivide(a[0], TimeSql.NanosPerMilli));
        table.Add("to_milliseconds", Whole, [SqlType.DayInterval], a => $"({a[0]} // {TimeSql.NanosPerMilli})");
        table.Add("to_unixtime", SqlType.Double, [Time], a => $"({a[0]} / CAST({TimeSql.NanosPerSecond} AS DOUBLE))");
        table.Add("date", SqlType.Date, [SqlType.Date], a => a[0]);
        table.Add("date", SqlType.Date, [Time], a => TimeSql.ToDate(a[0]));
        table.Add("last_day_of_month", SqlType.Date, [SqlType.Date], a => $"last_day({a[0]})");
        table.Add("last_day_of_month", SqlType.Date, [Time], a => $"last_day({TimeSql.Calendar(a[0])})");
        table.Add("to_iso8601", Text, [SqlType.Date], a => $"CAST({a[0]} AS VARCHAR)");
        table.Add("to_iso8601", Text, [Time], a => $"(replace({TimeSql.Text(a[0])}, ' ', 'T') || 'Z')");
        // A literal becomes a plain number, by which rows of other times need not be read.
        table.Add("from_iso8601_timestamp", arguments =>
            arguments is { Count: 1, Items: [{ LiteralText: { } text }] } && IsoTimeReader.ReadTimestamp(text) is { } nanos
                ? new BoundExpression(Literals.Bigint(nanos), Time)
                : null);
        table.Add("from_iso8601_timestamp", Time, [Text], a => Failure.WhenNull(
            $"{TimeUdfs.ReadIsoTimestamp}({a[0]})", a[0], InvalidFormat(Time, a[0])));
        table.Add("from_iso8601_date", SqlType.Date, [Text], a => Failure.WhenNull(
            $"{TimeUdfs.ReadIsoDate}({a[0]})", a[0], InvalidFormat(SqlType.Date, a[0])));
        table.Add("parse_duration", ParseDuration);
    }

    /// <summary>What a text that does not fit its format fails with.</summary>
    public static string InvalidFormat(SqlType type, string text) =>
        Failure.Sql(type, "'Invalid format: \"'", text, "'\"'");

    /// <summary>
    /// Only of a literal can it be told that it is an interval of months; other text is one of nanoseconds.
    /// </summary>
    private static BoundExpression? ParseDuration(FunctionArguments arguments)
    {
        if (arguments.Match(Text) is not { } a)
        {
            return null;
        }

        if (arguments.Items[0].LiteralText is not { } text)
        {
            var duration = SqlLet.WhenLong(a, v => Failure.WhenNull(
                $"{TimeUdfs.ReadDuration}({v[0]})",
                v[0],
                Failure.Sql(SqlType.DayInterval, "'duration is not a valid data duration string: '", v[0])));
            return arguments.Result(duration, SqlType.DayInterval);
        }

        if (Duration.ReadNanos(text) is { } nanos)
        {
            return new BoundExpression(Literals.Bigint(nanos), SqlType.DayInterval) { LiteralInterval = nanos };
        }

        return Duration.ReadMonths(text) is { } months
            ? new BoundExpression(Literals.Integer(months), SqlType.MonthInterval) { LiteralInterval = months }
            : throw SqlError.At(arguments.Position, $"duration is not a valid data duration string: {text}");
    }
}
