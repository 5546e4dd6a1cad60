using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>The API's <c>ColumnInfo</c>.</summary>
internal sealed record ColumnInfo(string? Name, TypeInfo Type)
{
    /// <summary>Describes the columns of a result; one without a name gets its place: <c>_col2</c>.</summary>
    public static IReadOnlyList<ColumnInfo> Of(IReadOnlyList<ResultColumn> columns) =>
        [.. columns.Select((column, index) => new ColumnInfo(NameOf(column, index), TypeInfo.Of(column.Type)))];

    public static string NameOf(ResultColumn column, int index) =>
        column.Name ?? string.Create(CultureInfo.InvariantCulture, $"_col{index}");
}

/// <summary>The API's <c>Type</c>: exactly one member is set.</summary>
internal sealed record TypeInfo(
    string? ScalarType = null,
    ColumnInfo? ArrayColumnInfo = null,
    ColumnInfo? TimeSeriesMeasureValueColumnInfo = null,
    IReadOnlyList<ColumnInfo>? RowColumnInfo = null)
{
    public static TypeInfo Of(SqlType type) => type switch
    {
        ArrayType array => new TypeInfo(ArrayColumnInfo: new ColumnInfo(null, Of(array.Element))),
        TimeSeriesType series => new TypeInfo(TimeSeriesMeasureValueColumnInfo: new ColumnInfo(null, Of(series.Value))),
        RowType row => new TypeInfo(RowColumnInfo: [.. row.Fields.Select(field => new ColumnInfo(field.Name, Of(field.Type)))]),
        _ => new TypeInfo(type.Name.Replace(' ', '_').ToUpperInvariant()),
    };
}
