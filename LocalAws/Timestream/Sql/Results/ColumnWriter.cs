using System.Text.Json;
using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Writes values of a column of DuckDB's, none of them NULL, as the API's <c>Datum</c>.</summary>
internal delegate void ColumnWriter(Utf8JsonWriter writer, DuckDBDataReader reader, int column);

/// <summary>Chooses how the values of a column are written: those of most columns without an object or a string for each.</summary>
internal static class ColumnWriters
{
    public static ColumnWriter For(SqlType type, Type stored, ColumnReader read) => (type as ScalarType)?.Kind switch
    {
        ScalarKind.Double when stored == typeof(double) =>
            static (writer, reader, column) => DatumWriter.WriteDouble(writer, reader.GetDouble(column)),
        ScalarKind.Timestamp when stored == typeof(long) =>
            static (writer, reader, column) => DatumWriter.WriteTimestamp(writer, reader.GetInt64(column)),
        ScalarKind.Bigint when stored == typeof(long) =>
            static (writer, reader, column) => DatumWriter.WriteWhole(writer, reader.GetInt64(column)),
        ScalarKind.Integer when stored == typeof(int) =>
            static (writer, reader, column) => DatumWriter.WriteWhole(writer, reader.GetInt32(column)),
        ScalarKind.Varchar when stored == typeof(string) =>
            static (writer, reader, column) => DatumWriter.WriteText(writer, reader.GetString(column)),
        _ => (writer, reader, column) => DatumWriter.Write(writer, read(reader, column), type),
    };
}
