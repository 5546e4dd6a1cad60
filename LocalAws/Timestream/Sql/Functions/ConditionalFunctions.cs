using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions over values of any type.</summary>
internal static class ConditionalFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("coalesce", arguments => OfCommonType(arguments, 2, items => $"COALESCE({items})"));
        // NULL when any argument is: DuckDB would leave NULLs out.
        table.Add("greatest", arguments => Extreme(arguments, "greatest"));
        table.Add("least", arguments => Extreme(arguments, "least"));
        table.Add("nullif", NullIf);
        table.Add("if", If);
        table.Add("typeof", arguments => arguments.Count == 1
            ? arguments.Result(Literals.Text(arguments.Items[0].Type.Name), SqlType.Varchar)
            : null);
    }

    private static BoundExpression? Extreme(FunctionArguments arguments, string function)
    {
        if (OfCommonType(arguments, 1, items => $"{function}({items})") is not { } result || !result.Type.IsOrderable)
        {
            return null;
        }

        var anyNull = string.Join(" OR ", arguments.Items.Select(item => $"{item.Sql} IS NULL"));
        return result with { Sql = $"(CASE WHEN {anyNull} THEN NULL ELSE {result.Sql} END)" };
    }

    private static BoundExpression? OfCommonType(FunctionArguments arguments, int least, Func<string, string> sql)
    {
        if (arguments.Count < least || Coercion.Common(arguments.Items.Select(item => item.Type)) is not { } type)
        {
            return null;
        }

        var converted = arguments.Items.Select(item => Coercion.To(item, type)!.Sql);
        return arguments.Result(sql(string.Join(", ", converted)), type);
    }

    private static BoundExpression? NullIf(FunctionArguments arguments) =>
        arguments.Count == 2 && Coercion.Unify(arguments.Items[0], arguments.Items[1]) is var (left, right)
            ? arguments.Result(
                $"(CASE WHEN {Comparisons.Sql("=", left, right)} THEN NULL ELSE {arguments.Items[0].Sql} END)",
                arguments.Items[0].Type)
            : null;

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
