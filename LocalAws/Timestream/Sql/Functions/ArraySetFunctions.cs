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

    private static string Distinct(string array) => InOrder(Firsts(array));

    /// <summary>
    /// The first of equal elements, each with its place. In the order of the values: to sort is quick for long arrays too,
    /// and DuckDB cannot be interrupted while it works on an array.
    /// </summary>
    private static string Firsts(string array) => SqlLet.In(
        $"list_sort(list_transform({array}, lambda e, i: {{'e': e, 'i': i}}))",
        sorted => $"list_filter({sorted}, lambda p, i: i = 1 OR p.e IS DISTINCT FROM list_extract({sorted}, i - 1).e)");

    /// <summary>The elements in the order of their places.</summary>
    private static string InOrder(string elements) =>
        $"list_transform(list_sort(list_transform({elements}, lambda p: {{'i': p.i, 'e': p.e}})), lambda p: p.e)";

    /// <summary>In the order of the longer array, as in Presto.</summary>
    private static string Intersection(string left, string right) => SqlLet.In([left, right], v => SqlLet.In(
        [$"(len({v[1]}) > len({v[0]}))", v[0], v[1]],
        w => Filter($"(CASE WHEN {w[0]} THEN {w[2]} ELSE {w[1]} END)", $"(CASE WHEN {w[0]} THEN {w[1]} ELSE {w[2]} END)", "")));

    /// <summary>The distinct elements of the left array that are, or are not, in the right one.</summary>
    /// <remarks>Sorted together, an element of the left array stands behind its equal of the right one, if there is any.</remarks>
    private static string Filter(string left, string right, string not) => SqlLet.In([left, right], v => SqlLet.In(
        $"list_sort({OfSide(v[0], 1)} || {OfSide(v[1], 0)})",
        all => InOrder(
            $"list_filter({all}, lambda p, i: p.s = 1 AND {not}COALESCE(list_extract({all}, i - 1).s = 0 "
            + $"AND list_extract({all}, i - 1).e IS NOT DISTINCT FROM p.e, FALSE))")));

    private static string OfSide(string array, int side) =>
        $"list_transform({Firsts(array)}, lambda p: {{'e': p.e, 's': {side}, 'i': p.i}})";

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
