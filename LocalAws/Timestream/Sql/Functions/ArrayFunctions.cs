using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions on arrays; indexes count from 1.</summary>
internal static class ArrayFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("cardinality", arguments => arguments is { Count: 1, Items: [{ Type: ArrayType or TimeSeriesType } array] }
            ? arguments.Result($"len({array.Sql})", SqlType.Bigint)
            : null);
        table.Add("contains", arguments => OfElement(arguments, "list_contains", SqlType.Boolean));
        table.Add("array_position", arguments => OfElement(arguments, "list_position", SqlType.Bigint) is { } position
            ? position with { Sql = $"COALESCE({position.Sql}, 0)" }
            : null);
        table.Add("element_at", ElementAt);
        table.Add("array_distinct", arguments => OfArray(arguments, "list_distinct"));
        table.Add("array_sort", arguments => OfArray(arguments, "list_sort"));
        table.Add("array_min", arguments => Extreme(arguments, "list_min"));
        table.Add("array_max", arguments => Extreme(arguments, "list_max"));
        table.Add("array_join", arguments => arguments is { Items: [{ Type: ArrayType { Element: var element } }, _] }
            && element == SqlType.Varchar
            ? arguments.Result($"array_to_string({arguments.Items[0].Sql}, {arguments.Items[1].Sql})", SqlType.Varchar)
            : null);
    }

    /// <summary>NULL beyond the ends; a negative index counts from the end.</summary>
    private static BoundExpression? ElementAt(FunctionArguments arguments) =>
        arguments is { Count: 2, Items: [{ Type: ArrayType array }, var index] }
            && Coercion.To(index, SqlType.Bigint) is { } position
            ? arguments.Result($"list_extract({arguments.Items[0].Sql}, {position.Sql})", array.Element)
            : null;

    private static BoundExpression? OfArray(FunctionArguments arguments, string function) =>
        arguments is { Count: 1, Items: [{ Type: ArrayType } array] }
            ? arguments.Result($"{function}({array.Sql})", array.Type)
            : null;

    private static BoundExpression? Extreme(FunctionArguments arguments, string function) =>
        arguments is { Count: 1, Items: [{ Type: ArrayType { Element.IsOrderable: true } type } array] }
            ? arguments.Result($"{function}({array.Sql})", type.Element)
            : null;

    private static BoundExpression? OfElement(FunctionArguments arguments, string function, SqlType result) =>
        arguments is { Count: 2, Items: [{ Type: ArrayType array }, var element] }
            && Coercion.To(element, array.Element) is { } converted
            ? arguments.Result($"{function}({arguments.Items[0].Sql}, {converted.Sql})", result)
            : null;
}
