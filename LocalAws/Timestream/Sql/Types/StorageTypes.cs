namespace TelemetryAspire.LocalAws.Timestream.Sql.Types;

/// <summary>The DuckDB type that carries a type of the dialect.</summary>
internal static class StorageTypes
{
    public static string Of(SqlType type) => type switch
    {
        ArrayType array => $"{Of(array.Element)}[]",
        TimeSeriesType series => $"STRUCT(time BIGINT, value {Of(series.Value)})[]",
        RowType row => $"STRUCT({string.Join(", ", row.Fields.Select((field, index) => $"f{index} {Of(field.Type)}"))})",
        ScalarType scalar => Of(scalar.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static string Of(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "BOOLEAN",
        ScalarKind.Integer or ScalarKind.IntervalYearToMonth => "INTEGER",
        ScalarKind.Bigint or ScalarKind.Timestamp or ScalarKind.Time or ScalarKind.IntervalDayToSecond => "BIGINT",
        ScalarKind.Double => "DOUBLE",
        ScalarKind.Date => "DATE",
        _ => "VARCHAR",
    };
}
