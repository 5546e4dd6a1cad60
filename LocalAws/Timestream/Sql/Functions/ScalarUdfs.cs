using DuckDB.NET.Data;
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
        Udf.Register<double, string>(connection, JavaDouble, JavaDoubleText.Format);
        Udf.Register<long, string>(connection, TimestampText, DatumWriter.TimestampText);
        TextUdfs.Register(connection);
        ConversionUdfs.Register(connection);
        MathUdfs.Register(connection);
        RegexUdfs.Register(connection);
        TimeUdfs.Register(connection);
        TimeSeriesUdfs.Register(connection);
        AggregateUdfs.Register(connection);
    }
}
