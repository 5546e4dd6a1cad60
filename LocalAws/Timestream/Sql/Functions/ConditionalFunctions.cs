using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions over values of any type.</summary>
internal static class ConditionalFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("coalesce", arguments => OfCommonType(
            arguments, 2, items => $"COALESCE({string.Join(", ", items)})"));
        // NULL when any argument is: DuckDB would leave NULLs out.
        table.Add("greatest", arguments => Extreme(arguments, "greatest"));
        table.Add("least", arguments => Extreme(arguments, "least"));
        table.Add("nullif", NullIf);
        table.Add("if", If);
        table.Add("typeof", arguments => arguments.Count == 1
            ? arguments.Result(Literals.Text(arguments.Items[0].Type.Name), SqlType.Varchar)
            : null);
    }

    private static BoundExpression? Extreme(FunctionArguments arguments, string function) =>
        OfCommonType(
            arguments,
            1,
            items => SqlLet.WhenLong(items, v => Guard.Around($"{function}({string.Join(", ", v)})", v)))
            is { Type.IsOrderable: true } result
            ? result
            : null;

    private static BoundExpression? OfCommonType(FunctionArguments arguments, int least, Func<string[], string> sql)
    {
        if (arguments.Count < least || Coercion.Common(arguments.Items.Select(item => item.Type)) is not { } type)
        {
            return null;
        }

        return arguments.Result(sql([.. arguments.Items.Select(item => Coercion.To(item, type)!.Sql)]), type);
    }

    private static BoundExpression? NullIf(FunctionArguments arguments)
    {
        if (arguments.Count != 2 || Coercion.Unify(arguments.Items[0], arguments.Items[1]) is not var (left, right))
        {
            return null;
        }

        var first = arguments.Items[0];
        string[] values = left.Sql == first.Sql ? [first.Sql, right.Sql] : [first.Sql, right.Sql, left.Sql];
        return arguments.Result(SqlLet.WhenLong(values, WhenDifferent), first.Type);

        string WhenDifferent(string[] v)
        {
            var equal = Comparisons.Sql("=", left with { Sql = v.Length == 2 ? v[0] : v[2] }, right with { Sql = v[1] });
            return $"(CASE WHEN {equal} THEN NULL ELSE {v[0]} END)";
        }
    }

    private static BoundExpression? If(FunctionArguments arguments)
    {
        if (arguments.Count is not (2 or 3) || Coercion.To(arguments.Items[0], SqlType.Boolean) is not { } condition)
        {
            return null;
        }

        var otherwise = arguments.Count == 3 ? arguments.Items[2] : new BoundExpression("NULL", SqlType.Unknown);
        return Coercion.Common(arguments.Items[1].Type, otherwise.Type) is { } type
            ? arguments.Result(
                $"(CASE WHEN {condition.Sql} THEN {Coercion.To(arguments.Items[1], type)!.Sql} "
                    + $"ELSE {Coercion.To(otherwise, type)!.Sql} END)",
                type)
            : null;
    }
}
