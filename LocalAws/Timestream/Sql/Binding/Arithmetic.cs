using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>The operators + - * / %.</summary>
internal static class Arithmetic
{
    /// <summary>Binds the operator, or returns null when it does not apply.</summary>
    public static BoundExpression? Bind(string symbol, BoundExpression left, BoundExpression right)
    {
        if (Numeric(left.Type) && Numeric(right.Type) && Coercion.Common(left.Type, right.Type) is { IsNumeric: true } type)
        {
            return BindNumbers(symbol, Coercion.To(left, type)!, Coercion.To(right, type)!, type);
        }

        return TimeArithmetic.Bind(symbol, BesideInterval(left, right), BesideInterval(right, left));
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
}
