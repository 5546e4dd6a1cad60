using System.Diagnostics;
using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Reader;
using DuckDB.NET.Data.DataChunk.Writer;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>
/// Registers functions of our own that are NULL when an argument is. They run on DuckDB's threads, several at once.
/// </summary>
/// <remarks>
/// DuckDB calls a function for rows with NULL arguments too and takes what it writes. The library turns an exception
/// into an error of the query and keeps it as the inner exception.
/// </remarks>
internal static class Udf
{
    /// <summary>
    /// What one call, for up to 2,048 rows, may take: DuckDB cannot be interrupted meanwhile. Most take milliseconds.
    /// </summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>After so many rows the time is looked at.</summary>
    private const int RowsBetweenChecks = 16;

    public static void Register<T, TResult>(DuckDBConnection connection, string name, Func<T, TResult> function) =>
        connection.RegisterScalarFunction<T, TResult>(name, (readers, writer, rows) => Write(
            readers, writer, rows, row => function(readers[0].GetValue<T>(row))));

    public static void Register<T1, T2, TResult>(
        DuckDBConnection connection, string name, Func<T1, T2, TResult> function) =>
        connection.RegisterScalarFunction<T1, T2, TResult>(name, (readers, writer, rows) => Write(
            readers, writer, rows, row => function(readers[0].GetValue<T1>(row), readers[1].GetValue<T2>(row))));

    public static void Register<T1, T2, T3, TResult>(
        DuckDBConnection connection, string name, Func<T1, T2, T3, TResult> function) =>
        connection.RegisterScalarFunction<T1, T2, T3, TResult>(name, (readers, writer, rows) => Write(
            readers,
            writer,
            rows,
            row => function(readers[0].GetValue<T1>(row), readers[1].GetValue<T2>(row), readers[2].GetValue<T3>(row))));

    public static void Register<T1, T2, T3, T4, TResult>(
        DuckDBConnection connection, string name, Func<T1, T2, T3, T4, TResult> function) =>
        connection.RegisterScalarFunction<T1, T2, T3, T4, TResult>(name, (readers, writer, rows) => Write(
            readers,
            writer,
            rows,
            row => function(
                readers[0].GetValue<T1>(row),
                readers[1].GetValue<T2>(row),
                readers[2].GetValue<T3>(row),
                readers[3].GetValue<T4>(row))));

    /// <summary>A function whose value may be absent: NULL then.</summary>
    public static void RegisterParser<T, TResult>(DuckDBConnection connection, string name, Func<T, TResult?> parse)
        where TResult : struct =>
        connection.RegisterScalarFunction<T, TResult>(name, (readers, writer, rows) => WriteParsed(
            readers, writer, rows, row => parse(readers[0].GetValue<T>(row))));

    /// <summary>A function whose value may be absent: NULL then.</summary>
    public static void RegisterParser<T1, T2, TResult>(
        DuckDBConnection connection, string name, Func<T1, T2, TResult?> parse)
        where TResult : struct =>
        connection.RegisterScalarFunction<T1, T2, TResult>(name, (readers, writer, rows) => WriteParsed(
            readers, writer, rows, row => parse(readers[0].GetValue<T1>(row), readers[1].GetValue<T2>(row))));

    private static void Write<TResult>(
        IReadOnlyList<IDuckDBDataReader> readers, IDuckDBDataWriter writer, ulong rows, Func<ulong, TResult> function)
    {
        var started = Stopwatch.GetTimestamp();
        for (ulong row = 0; row < rows; row++)
        {
            CheckTime(started, row);
            if (AllValid(readers, row) && function(row) is { } value)
            {
                writer.WriteValue(value, row);
            }
            else
            {
                writer.WriteNull(row);
            }
        }
    }

    private static void WriteParsed<TResult>(
        IReadOnlyList<IDuckDBDataReader> readers, IDuckDBDataWriter writer, ulong rows, Func<ulong, TResult?> parse)
        where TResult : struct
    {
        var started = Stopwatch.GetTimestamp();
        for (ulong row = 0; row < rows; row++)
        {
            CheckTime(started, row);
            if (AllValid(readers, row) && parse(row) is { } value)
            {
                writer.WriteValue(value, row);
            }
            else
            {
                writer.WriteNull(row);
            }
        }
    }

    private static void CheckTime(long started, ulong row)
    {
        if (row % RowsBetweenChecks == 0 && Stopwatch.GetElapsedTime(started) > CallTimeout)
        {
            throw new QueryDataException("A function takes too long on the values of the query");
        }
    }

    private static bool AllValid(IReadOnlyList<IDuckDBDataReader> readers, ulong row)
    {
        for (var index = 0; index < readers.Count; index++)
        {
            if (!readers[index].IsValid(row))
            {
                return false;
            }
        }

        return true;
    }
}
