using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Makes lists inside rows and time series readable when they hold NULL.</summary>
/// <remarks>
/// The library reads the fields of a struct as their plain types, and fails at a NULL in a list of numbers. So the
/// elements of such a list are put into structs, <c>{'v': 1}</c>, which <see cref="DatumWriter"/> opens again.
/// </remarks>
internal static class NullableLists
{
    public const string Field = "v";

    /// <summary>The query as it is to be run: mostly as it is.</summary>
    public static string Sql(BoundQuery query)
    {
        var columns = query.Columns.Select((column, index) => Wrap($"r.c{index}", column.Type, inRow: false)).ToList();
        return columns.Where((column, index) => column != $"r.c{index}").Any()
            ? $"SELECT {string.Join(", ", columns)} FROM ({query.Sql}) AS r"
            : query.Sql;
    }

    private static string Wrap(string value, SqlType type, bool inRow) => type switch
    {
        ArrayType { Element: ScalarType } when inRow => $"list_transform({value}, lambda e: {{'{Field}': e}})",
        ArrayType array => Each(value, "e", Wrap("e", array.Element, inRow)),
        TimeSeriesType series => Each(
            value, "e.value", Wrap("e.value", series.Value, inRow: true), wrapped => $"{{'time': e.time, 'value': {wrapped}}}"),
        RowType row => WrapRow(value, row),
        _ => value,
    };

    private static string WrapRow(string value, RowType row)
    {
        var fields = row.Fields.Select((field, index) => Wrap($"struct_extract({value}, 'f{index}')", field.Type, inRow: true)).ToList();
        return fields.Where((field, index) => field != $"struct_extract({value}, 'f{index}')").Any()
            ? $"(CASE WHEN {value} IS NULL THEN NULL "
                + $"ELSE {{{string.Join(", ", fields.Select((field, index) => $"'f{index}': {field}"))}}} END)"
            : value;
    }

    private static string Each(string list, string element, string wrapped, Func<string, string>? build = null) =>
        wrapped == element ? list : $"list_transform({list}, lambda e: {build?.Invoke(wrapped) ?? wrapped})";
}
