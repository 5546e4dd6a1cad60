using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions that make, convert and move times. All are in UTC, as the service is.</summary>
internal static class TimeFunctions
{
    public static void AddTo(FunctionTable table)
    {
        AddClock(table);
        AddConversions(table);
        table.Add("bin", SqlType.Timestamp, [SqlType.Timestamp, SqlType.DayInterval], a => TimeSql.Floor(a[0], a[1]));
        table.Add("bin", BinDate);
        table.Add("bin", SqlType.Timestamp, [SqlType.Timestamp, SqlType.MonthInterval], BinMonths);
        table.Add("date_trunc", DateTrunc);
        table.Add("date_add", DateAdd);
        table.Add("date_diff", DateDiff);
        table.Add("parse_duration", ParseDuration);
    }

    private static void AddClock(FunctionTable table)
    {
        foreach (var name in (string[])["now", "current_timestamp", "localtimestamp"])
        {
            table.Add(name, arguments => arguments.Count == 0
                ? new BoundExpression(Literals.Bigint(arguments.Context.NowNanos), SqlType.Timestamp)
                : null);
        }

        foreach (var name in (string[])["current_time", "localtime"])
        {
            table.Add(name, arguments => arguments.Count == 0
                ? new BoundExpression(Literals.Bigint(arguments.Context.NowNanos % TimeSql.NanosPerDay), SqlType.Time)
                : null);
        }

        table.Add("current_date", arguments => arguments.Count == 0
            ? new BoundExpression(ToDate(Literals.Bigint(arguments.Context.NowNanos)), SqlType.Date)
            : null);
        table.Add("current_timezone", SqlType.Varchar, [], _ => "'UTC'");
        table.Add("ago", Ago);
    }

    private static BoundExpression? Ago(FunctionArguments arguments)
    {
        var now = Literals.Bigint(arguments.Context.NowNanos);
        if (arguments.Match(SqlType.DayInterval) is { } days)
        {
            return arguments.Result($"({now} - {days[0]})", SqlType.Timestamp);
        }

        return arguments.Match(SqlType.MonthInterval) is { } months
            ? arguments.Result(TimeSql.AddMonths(now, $"-({months[0]})"), SqlType.Timestamp)
            : null;
    }

    private static void AddConversions(FunctionTable table)
    {
        SqlType time = SqlType.Timestamp;
        SqlType whole = SqlType.Bigint;
        table.Add("from_nanoseconds", time, [whole], a => a[0]);
        table.Add("from_milliseconds", time, [whole], a => $"({a[0]} * {TimeSql.NanosPerMilli})");
        table.Add("from_unixtime", time, [SqlType.Double], a => $"(CAST(round({a[0]} * 1000) AS BIGINT) * {TimeSql.NanosPerMilli})");
        table.Add("to_nanoseconds", whole, [time], a => a[0]);
        table.Add("to_milliseconds", whole, [time], a => Units(a[0], TimeSql.NanosPerMilli));
        table.Add("to_milliseconds", whole, [SqlType.DayInterval], a => $"({a[0]} // {TimeSql.NanosPerMilli})");
        table.Add("to_unixtime", SqlType.Double, [time], a => $"({a[0]} / CAST({TimeSql.NanosPerSecond} AS DOUBLE))");
        table.Add("from_iso8601_timestamp", FromIso8601);
        table.Add("from_iso8601_date", SqlType.Date, [SqlType.Varchar], a => $"CAST({a[0]} AS DATE)");
        table.Add("to_iso8601", SqlType.Varchar, [time], a => $"(replace({TimeSql.Text(a[0])}, ' ', 'T') || 'Z')");
        table.Add("to_iso8601", SqlType.Varchar, [SqlType.Date], a => $"strftime({a[0]}, '%Y-%m-%d')");
        table.Add("date", SqlType.Date, [SqlType.Date], a => a[0]);
        table.Add("date", SqlType.Date, [time], a => ToDate(a[0]));
        table.Add("date", SqlType.Date, [SqlType.Varchar], a => $"CAST({a[0]} AS DATE)");
    }

    public static string ToDate(string nanos) => $"CAST({TimeSql.Calendar(nanos)} AS DATE)";

    private static string Units(string nanos, long unit) => $"({TimeSql.Floor(nanos, Literals.Bigint(unit))} // {unit})";

    /// <summary>A literal is read here, to the nanosecond; other text by DuckDB, to the microsecond.</summary>
    private static BoundExpression? FromIso8601(FunctionArguments arguments)
    {
        if (arguments.Match(SqlType.Varchar) is not { } sql)
        {
            return null;
        }

        if (arguments.Items[0].LiteralText is not { } text)
        {
            return arguments.Result(TimeSql.Nanos($"CAST(CAST({sql[0]} AS TIMESTAMPTZ) AS TIMESTAMP)"), SqlType.Timestamp);
        }

        return Literals.TryReadTimestamp(text, out var nanos)
            ? new BoundExpression(Literals.Bigint(nanos), SqlType.Timestamp)
            : throw SqlError.At(arguments.Position, $"Invalid format: \"{text}\"");
    }

    private static BoundExpression? BinDate(FunctionArguments arguments) =>
        arguments.Match(SqlType.Date, SqlType.DayInterval) is { } a
            ? arguments.Result(ToDate(TimeSql.Floor(TimeSql.Nanos($"CAST({a[0]} AS TIMESTAMP)"), a[1])), SqlType.Date)
            : null;

    /// <summary>Whole numbers of months since January 1970.</summary>
    private static string BinMonths(string[] a)
    {
        var calendar = TimeSql.Calendar(a[0]);
        var months = $"((year({calendar}) - 1970) * 12 + month({calendar}) - 1)";
        return TimeSql.Nanos($"TIMESTAMP '1970-01-01' + to_months(CAST({TimeSql.Floor(months, a[1])} AS INTEGER))");
    }

    private static BoundExpression? DateTrunc(FunctionArguments arguments)
    {
        if (arguments is not { Count: 2, Items: [{ LiteralText: { } unit }, _] })
        {
            return null;
        }

        var isDate = arguments.Items[1].Type == SqlType.Date;
        if (Coercion.To(arguments.Items[1], SqlType.Timestamp) is not { } time)
        {
            return null;
        }

        unit = CheckUnit(arguments, unit);
        var truncated = unit == "week"
            ? TimeSql.FloorToWeek(time.Sql)
            : IntervalUnits.TryGetNanos(unit, out var nanos)
                ? TimeSql.Floor(time.Sql, Literals.Bigint(nanos))
                : TimeSql.Nanos($"date_trunc('{unit}', {TimeSql.Calendar(time.Sql)})");
        return isDate
            ? arguments.Result(ToDate(truncated), SqlType.Date)
            : arguments.Result(truncated, SqlType.Timestamp);
    }

    private static BoundExpression? DateAdd(FunctionArguments arguments)
    {
        if (arguments is not { Count: 3, Items: [{ LiteralText: { } unit }, _, _] }
            || Coercion.To(arguments.Items[1], SqlType.Bigint) is not { } amount
            || Coercion.To(arguments.Items[2], SqlType.Timestamp) is not { } time)
        {
            return null;
        }

        unit = CheckUnit(arguments, unit);
        var moved = IntervalUnits.TryGetNanos(unit, out var nanos)
            ? $"({time.Sql} + {amount.Sql} * {Literals.Bigint(nanos)})"
            : TimeSql.AddMonths(time.Sql, $"{amount.Sql} * {MonthsOf(unit)}");
        return arguments.Items[2].Type == SqlType.Date
            ? arguments.Result(ToDate(moved), SqlType.Date)
            : arguments.Result(moved, SqlType.Timestamp);
    }

    /// <summary>Whole units from the first time to the second.</summary>
    private static BoundExpression? DateDiff(FunctionArguments arguments)
    {
        if (arguments is not { Count: 3, Items: [{ LiteralText: { } unit }, _, _] }
            || Coercion.To(arguments.Items[1], SqlType.Timestamp) is not { } from
            || Coercion.To(arguments.Items[2], SqlType.Timestamp) is not { } to)
        {
            return null;
        }

        unit = CheckUnit(arguments, unit);
        var difference = IntervalUnits.TryGetNanos(unit, out var nanos)
            ? $"(({to.Sql} - {from.Sql}) // {nanos.ToString(CultureInfo.InvariantCulture)})"
            : $"date_sub('{unit}', {TimeSql.Calendar(from.Sql)}, {TimeSql.Calendar(to.Sql)})";
        return arguments.Result(difference, SqlType.Bigint);
    }

    private static int MonthsOf(string unit)
    {
        IntervalUnits.TryGetMonths(unit, out var months);
        return months;
    }

    /// <summary>The unit in lower case, checked against a fixed list: it becomes a part of SQL.</summary>
    private static string CheckUnit(FunctionArguments arguments, string unit)
    {
        unit = unit.ToLowerInvariant();
        return unit.Length > 2 && IntervalUnits.IsKnown(unit)
            ? unit
            : throw SqlError.At(arguments.Position, $"'{unit}' is not a valid TIMESTAMP field");
    }

    /// <summary>Reads <c>42.8ms</c> or <c>3.81 d</c>, literals only.</summary>
    private static BoundExpression? ParseDuration(FunctionArguments arguments)
    {
        if (arguments is not { Count: 1, Items: [{ LiteralText: { } text }] })
        {
            return null;
        }

        var number = new string([.. text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]);
        var unit = text[number.Length..].Trim();
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && IntervalUnits.TryGetNanos(unit, out var nanos)
            && amount * nanos < long.MaxValue
            ? new BoundExpression(Literals.Bigint((long)(amount * nanos)), SqlType.DayInterval)
            : throw SqlError.At(arguments.Position, $"duration is not a valid data duration string: {text}");
    }
}
