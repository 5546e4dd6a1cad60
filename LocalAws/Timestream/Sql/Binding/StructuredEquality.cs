using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>
/// Equality of rows and arrays, which is unknown where a NULL inside decides; for DuckDB a NULL inside equals NULL.
/// </summary>
internal static class StructuredEquality
{
    /// <param name="left">An operand's SQL.</param>
    /// <param name="right">The other's.</param>
    /// <param name="type">The type of both.</param>
    /// <param name="depth">How many arrays are around: each has a pair's name of its own.</param>
    public static string Sql(string left, string right, SqlType type, int depth = 0) => type switch
    {
        RowType row => $"({string.Join(" AND ", row.Fields.Select((field, index) => Sql(
            Field(left, index), Field(right, index), field.Type, depth)))})",
        ArrayType array => Arrays(left, right, array.Element, depth),
        _ => $"({left} = {right})",
    };

    private static string Field(string row, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"struct_extract({row}, 'f{index}')");

    /// <summary>False where any pair of elements differs, else unknown where any is.</summary>
    private static string Arrays(string left, string right, SqlType element, int depth)
    {
        var pair = string.Create(CultureInfo.InvariantCulture, $"pair{depth}");
        var equal = $"list_transform(list_zip({left}, {right}), "
            + $"lambda {pair}: {Sql($"{pair}[1]", $"{pair}[2]", element, depth + 1)})";
        return $"(CASE WHEN {left} IS NULL OR {right} IS NULL THEN NULL WHEN len({left}) <> len({right}) "
            + $"OR list_contains({equal}, FALSE) THEN FALSE "
            + $"WHEN list_count({equal}) < len({left}) THEN NULL ELSE TRUE END)";
    }
}
