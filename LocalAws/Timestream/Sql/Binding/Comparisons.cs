using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>Comparison operators in DuckDB's SQL.</summary>
/// <remarks>
/// A double that is not a number equals nothing and is in no order, as in Java; for DuckDB it equals itself and is the
/// largest. Columns of tables hold none, so that filters on them stay as plain as DuckDB's indexes need them.
/// </remarks>
internal static class Comparisons
{
    /// <summary>Two operands of one type; for IS DISTINCT FROM, NaN is a value like others.</summary>
    public static string Sql(string symbol, BoundExpression left, BoundExpression right)
    {
        var sql = $"({left.Sql} {symbol} {right.Sql})";
        if (symbol.StartsWith("IS ", StringComparison.Ordinal))
        {
            return sql;
        }

        if (symbol is "=" or "<>" && left.Type is RowType or ArrayType)
        {
            var equal = StructuredEquality.Sql(left.Sql, right.Sql, left.Type);
            return symbol == "=" ? equal : $"(NOT {equal})";
        }

        string[] cases = [NotANumber(left, right), NotANumber(right, left)];
        var whenNaN = string.Join(" OR ", cases.Where(condition => condition.Length > 0));
        return whenNaN.Length == 0
            ? sql
            : $"(CASE WHEN {whenNaN} THEN {(symbol == "<>" ? "TRUE" : "FALSE")} ELSE {sql} END)";
    }

    public static string InList(BoundExpression operand, IEnumerable<string> items, bool isNegated)
    {
        var sql = operand.Type is RowType or ArrayType
            ? $"({string.Join(" OR ", items.Select(item => StructuredEquality.Sql(operand.Sql, item, operand.Type)))})"
            : $"({operand.Sql} IN ({string.Join(", ", items)}))";
        var found = MayBeNaN(operand) ? $"(CASE WHEN isnan({operand.Sql}) THEN FALSE ELSE {sql} END)" : sql;
        return isNegated ? $"(NOT {found})" : found;
    }

    private static string NotANumber(BoundExpression operand, BoundExpression other) =>
        MayBeNaN(operand) ? $"(isnan({operand.Sql}) AND {other.Sql} IS NOT NULL)" : "";

    private static bool MayBeNaN(BoundExpression operand) => operand.Type == SqlType.Double && !operand.IsNeverNaN;
}
