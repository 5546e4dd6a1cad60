using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>The operators + - * / on times and intervals.</summary>
internal static class TimeArithmetic
{
    private const string Timestamp = "timestamp";
    private const string Date = "date";
    private const string Time = "time";
    private const string Days = "interval day to second";
    private const string Months = "interval year to month";

    /// <summary>Binds the operator, or returns null when it does not apply.</summary>
    public static BoundExpression? Bind(string symbol, BoundExpression left, BoundExpression right)
    {
        var (sql, type) = (symbol, left.Type.Name, right.Type.Name) switch
        {
            ("-", Timestamp or Date, Timestamp or Date) => (Difference(left, right), SqlType.DayInterval),
            ("-", Time, Time) => ($"({left.Sql} - {right.Sql})", SqlType.DayInterval),
            ("+" or "-", Days, Days) => ($"({left.Sql} {symbol} {right.Sql})", SqlType.DayInterval),
            ("+" or "-", Months, Months) => ($"({left.Sql} {symbol} {right.Sql})", SqlType.MonthInterval),
            ("+" or "-", _, Days or Months) => (Move(symbol, left, right), left.Type),
            ("+", Days or Months, _) => (Move(symbol, right, left), right.Type),
            ("*", Days or Months, _) => (Multiply(left, right), left.Type),
            ("*", _, Days or Months) => (Multiply(right, left), right.Type),
            ("/", Days or Months, _) => (Divide(left, right), left.Type),
            _ => (null, SqlType.Unknown),
        };
        return sql is null ? null : BoundExpression.Of(sql, type, left, right);
    }

    private static string Difference(BoundExpression left, BoundExpression right) =>
        $"({Coercion.To(left, SqlType.Timestamp)!.Sql} - {Coercion.To(right, SqlType.Timestamp)!.Sql})";

    /// <summary>A time so much later or earlier; a time of day goes on from midnight at the day's end.</summary>
    private static string? Move(string symbol, BoundExpression time, BoundExpression interval) =>
        (time.Type.Name, interval.Type.Name) switch
        {
            (Timestamp, Days) => $"({time.Sql} {symbol} {interval.Sql})",
            (Timestamp, Months) => TimeSql.AddMonths(time.Sql, $"({symbol}{interval.Sql})"),
            (Date, Days) => TimeSql.AddDays(time.Sql, $"({symbol}{WholeDays(interval.Sql)})"),
            (Date, Months) => TimeSql.AddMonthsToDate(time.Sql, $"({symbol}{interval.Sql})"),
            (Time, Days) => TimeSql.Remainder(
                $"({time.Sql} {symbol} {interval.Sql} % {TimeSql.NanosPerDay})", Literals.Bigint(TimeSql.NanosPerDay)),
            _ => null,
        };

    private static string WholeDays(string nanos) => SqlLet.WhenLong([nanos], v =>
        $"(CASE WHEN {v[0]} % {TimeSql.NanosPerDay} <> 0 "
        + $"THEN {Failure.Sql("Cannot add hour, minutes or seconds to a date", SqlType.Bigint)} "
        + $"ELSE {v[0]} // {TimeSql.NanosPerDay} END)");

    /// <summary>What is finer than the interval's unit, a nanosecond or a month, is cut off.</summary>
    private static string? Multiply(BoundExpression interval, BoundExpression number) => number.Type switch
    {
        { IsWhole: true } => Cast($"{interval.Sql} * CAST({number.Sql} AS BIGINT)", interval.Type),
        { IsNumeric: true } => Cast($"trunc({interval.Sql} * {number.Sql})", interval.Type),
        _ => null,
    };

    private static string? Divide(BoundExpression interval, BoundExpression number)
    {
        if (!number.Type.IsNumeric)
        {
            return null;
        }

        var type = number.Type.IsWhole ? SqlType.Bigint : SqlType.Double;
        var storage = StorageTypes.Of(type);
        var quotient = MathFunctions.Divide($"CAST({interval.Sql} AS {storage})", $"CAST({number.Sql} AS {storage})", type);
        return Cast(number.Type.IsWhole ? quotient : $"trunc({quotient})", interval.Type);
    }

    private static string Cast(string sql, SqlType interval) => $"CAST({sql} AS {StorageTypes.Of(interval)})";
}
