using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>The operators + - * / % on numbers, times and intervals.</summary>
internal static class Arithmetic
{
    /// <summary>Binds the operator, or returns null when it does not apply.</summary>
    public static BoundExpression? Bind(string symbol, BoundExpression left, BoundExpression right)
    {
        if (Numeric(left.Type) && Numeric(right.Type) && Coercion.Common(left.Type, right.Type) is { IsNumeric: true } type)
        {
            return BindNumbers(symbol, Coercion.To(left, type)!, Coercion.To(right, type)!, type);
        }

        (left, right) = (BesideInterval(left, right), BesideInterval(right, left));
        var (sql, result) = (symbol, left.Type.Name, right.Type.Name) switch
        {
            ("-", "timestamp", "timestamp") => ($"({left.Sql} - {right.Sql})", SqlType.DayInterval),
            ("+" or "-", "timestamp", "interval day to second") => ($"({left.Sql} {symbol} {right.Sql})", SqlType.Timestamp),
            ("+", "interval day to second", "timestamp") => ($"({left.Sql} + {right.Sql})", SqlType.Timestamp),
            ("+" or "-", "timestamp", "interval year to month") =>
                (TimeSql.AddMonths(left.Sql, $"({symbol}{right.Sql})"), SqlType.Timestamp),
            ("+", "interval year to month", "timestamp") => (TimeSql.AddMonths(right.Sql, left.Sql), SqlType.Timestamp),
            ("+" or "-", "date", "interval year to month") => (DateMonths(left.Sql, symbol, right.Sql), SqlType.Date),
            ("+" or "-", "date", "interval day to second") => (DateDays(left.Sql, symbol, right.Sql), SqlType.Date),
            ("+" or "-", "interval day to second", "interval day to second") =>
                ($"({left.Sql} {symbol} {right.Sql})", SqlType.DayInterval),
            ("+" or "-", "interval year to month", "interval year to month") =>
                ($"({left.Sql} {symbol} {right.Sql})", SqlType.MonthInterval),
            _ => Scale(symbol, left, right),
        };
        return sql is null ? null : BoundExpression.Of(sql, result!, left, right);
    }

    /// <summary>A query parameter to which an interval is added is a timestamp.</summary>
    private static BoundExpression BesideInterval(BoundExpression operand, BoundExpression other) =>
        operand.Parameter is not null && (other.Type == SqlType.DayInterval || other.Type == SqlType.MonthInterval)
            ? Coercion.To(operand, SqlType.Timestamp)!
            : operand;

    private static bool Numeric(SqlType type) => type.IsNumeric || type == SqlType.Unknown;

    private static BoundExpression BindNumbers(string symbol, BoundExpression left, BoundExpression right, SqlType type)
    {
        var sql = symbol switch
        {
            "/" => MathFunctions.Divide(left.Sql, right.Sql, type),
            "%" => MathFunctions.Modulo(left.Sql, right.Sql, type),
            _ => $"({left.Sql} {symbol} {right.Sql})",
        };
        return BoundExpression.Of(sql, type, left, right);
    }

    /// <summary>An interval times or by a number.</summary>
    private static (string? Sql, SqlType? Type) Scale(string symbol, BoundExpression left, BoundExpression right)
    {
        if (symbol == "*" && left.Type.IsNumeric)
        {
            (left, right) = (right, left);
        }

        var isInterval = left.Type == SqlType.DayInterval || left.Type == SqlType.MonthInterval;
        return isInterval && right.Type.IsNumeric && symbol is "*" or "/"
            ? ($"CAST(trunc({left.Sql} {symbol} {right.Sql}) AS {StorageTypes.Of(left.Type)})", left.Type)
            : (null, null);
    }

    private static string DateMonths(string date, string symbol, string months) =>
        $"CAST({date} {symbol} to_months(CAST({months} AS INTEGER)) AS DATE)";

    private static string DateDays(string date, string symbol, string nanos) =>
        $"({date} {symbol} CAST(CASE WHEN {nanos} % {TimeSql.NanosPerDay} = 0 THEN {nanos} // {TimeSql.NanosPerDay} "
        + $"ELSE {Failure.Sql("Cannot add hour, minutes or seconds to a date", SqlType.Bigint)} END AS INTEGER))";
}
