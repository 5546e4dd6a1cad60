using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Reader;
using DuckDB.NET.Data.DataChunk.Writer;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions of our own inside DuckDB, where its functions differ from the dialect's.</summary>
internal static class ScalarUdfs
{
    /// <summary>A double as text in Java's form: <c>1.0E10</c>.</summary>
    public const string JavaDouble = "java_double";

    /// <summary>Nanoseconds since the epoch as a timestamp's text; DuckDB's own formatting of nanoseconds is not reliable.</summary>
    public const string TimestampText = "timestamp_text";

    /// <summary>Makes them known to the database of the connection: once, when it is opened.</summary>
    public static void Register(DuckDBConnection connection)
    {
        connection.RegisterScalarFunction<double, string>(JavaDouble, WriteJavaDoubles);
        connection.RegisterScalarFunction<long, string>(TimestampText, WriteTimestamps);
        TimeSeriesUdfs.Register(connection);
    }

    private static void WriteJavaDoubles(IReadOnlyList<IDuckDBDataReader> readers, IDuckDBDataWriter writer, ulong rows)
    {
        for (ulong row = 0; row < rows; row++)
        {
            writer.WriteValue(JavaDoubleText.Format(readers[0].GetValue<double>(row)), row);
        }
    }

    private static void WriteTimestamps(IReadOnlyList<IDuckDBDataReader> readers, IDuckDBDataWriter writer, ulong rows)
    {
        for (ulong row = 0; row < rows; row++)
        {
            writer.WriteValue(DatumWriter.TimestampText(readers[0].GetValue<long>(row)), row);
        }
    }
}
