using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Errors of data found in DuckDB's SQL: a cast that cannot succeed, of a text with the message.</summary>
/// <remarks>
/// DuckDB's own <c>error()</c> counts as volatile, which TRY refuses. A function of ours that throws costs more, and
/// when TRY swallows the exception the library keeps it for as long as the process lives.
/// </remarks>
internal static class Failure
{
    private const char Begin = '\u0001';
    private const char End = '\u0002';

    /// <summary>Fails with the message when it is evaluated.</summary>
    public static string Sql(string message, SqlType type) => Cast(Literals.Text($"{Begin}{message}{End}"), type);

    /// <summary>Fails with a message made of parts in SQL: <c>'Cannot cast ', x</c>.</summary>
    public static string Sql(SqlType type, params ReadOnlySpan<string> parts) =>
        Cast($"concat(chr(1), {string.Join(", ", parts)}, chr(2))", type);

    /// <summary>The expression, or the failure where it is NULL although the operand is not.</summary>
    public static string WhenNull(string sql, string operand, string failure) =>
        $"COALESCE({sql}, CASE WHEN {operand} IS NOT NULL THEN {failure} END)";

    /// <summary>The message of a failure in what DuckDB says of the cast; null when there is none.</summary>
    public static string? Read(string duckDbMessage)
    {
        // After this, DuckDB shows the statement, which may hold failures that did not happen.
        var statement = duckDbMessage.IndexOf("\n\nLINE ", StringComparison.Ordinal);
        var text = statement < 0 ? duckDbMessage : duckDbMessage[..statement];
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.LastIndexOf(End);
        return begin >= 0 && end > begin ? text[(begin + 1)..end] : null;
    }

    private static string Cast(string text, SqlType type)
    {
        var storage = StorageTypes.Of(type);
        return type is ArrayType or RowType or TimeSeriesType || type == SqlType.Date
            ? $"CAST({text} AS {storage})"
            : $"CAST(CAST({text} AS BIGINT) AS {storage})";
    }
}
