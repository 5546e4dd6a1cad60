using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Arrays as sets: the order is that of the first occurrence, and NULL is an element like any other.</summary>
internal static class ArraySetFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("array_distinct", arguments => arguments is { Count: 1, Items: [{ Type: ArrayType } array] }
            ? arguments.Result(Distinct(array.Sql), array.Type)
            : null);
        table.Add("array_union", arguments => OfTwo(arguments, (left, right) => Distinct($"({left} || {right})")));
        table.Add("array_intersect", arguments => OfTwo(arguments, Intersection));
        table.Add("array_except", arguments => OfTwo(arguments, (left, right) => Filter(left, right, "NOT ")));
        table.Add("arrays_overlap", arguments => OfTwo(arguments, Overlap) is { } overlap
            ? overlap.As(overlap.Sql, SqlType.Boolean)
            : null);
    }

    /// <summary>Sorts by value, keeps the first of equal ones, and sorts by place again: quick for long arrays too.</summary>
    private static string Distinct(string array)
    {
        var byValue = $"list_sort(list_transform({array}, lambda e, i: {{'e': e, 'i': i}}))";
        var firsts = SqlLet.In(
            byValue,
            sorted => $"list_filter({sorted}, lambda p, i: i = 1 OR p.e IS DISTINCT FROM list_extract({sorted}, i - 1).e)");
        var byPlace = $"list_sort(list_transform({firsts}, lambda p: {{'i': p.i, 'e': p.e}}))";
        return $"list_transform({byPlace}, lambda p: p.e)";
    }

    /// <summary>In the order of the longer array, as in Presto.</summary>
    private static string Intersection(string left, string right) => SqlLet.In([left, right], v => SqlLet.In(
        [$"(len({v[1]}) > len({v[0]}))", v[0], v[1]],
        w => Filter($"(CASE WHEN {w[0]} THEN {w[2]} ELSE {w[1]} END)", $"(CASE WHEN {w[0]} THEN {w[1]} ELSE {w[2]} END)", "")));

    /// <summary>The distinct elements of the left array that are, or are not, in the right one.</summary>
    private static string Filter(string left, string right, string not) => SqlLet.In(
        [left, right],
        v => $"(CASE WHEN {v[1]} IS NULL THEN NULL ELSE list_filter({Distinct(v[0])}, lambda e: {not}(CASE WHEN e IS NULL "
            + $"THEN list_count({v[1]}) < len({v[1]}) ELSE list_contains({v[1]}, e) END)) END)");

    /// <summary>NULL, not false, when it would depend on what a NULL stands for.</summary>
    private static string Overlap(string left, string right) => SqlLet.In(
        [left, right],
        v => $"(CASE WHEN {v[0]} IS NULL OR {v[1]} IS NULL THEN NULL WHEN list_has_any({v[0]}, {v[1]}) THEN TRUE "
            + $"WHEN list_count({v[0]}) < len({v[0]}) AND len({v[1]}) > 0 THEN NULL "
            + $"WHEN list_count({v[1]}) < len({v[1]}) AND len({v[0]}) > 0 THEN NULL ELSE FALSE END)");

    private static BoundExpression? OfTwo(FunctionArguments arguments, Func<string, string, string> sql) =>
        arguments is { Count: 2, Items: [var left, var right] } && Coercion.Common(left.Type, right.Type) is ArrayType type
            ? arguments.Result(sql(Coercion.To(left, type)!.Sql, Coercion.To(right, type)!.Sql), type)
            : null;
}
