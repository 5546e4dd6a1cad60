using System.Globalization;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Types;

/// <summary>Writes values as DuckDB literals.</summary>
internal static class Literals
{
    /// <summary>A string literal; quotes inside are doubled, which is all that DuckDB's standard strings need.</summary>
    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Bigint(long value) => value == long.MinValue
        ? "(-9223372036854775807 - 1)"
        : string.Create(CultureInfo.InvariantCulture, $"CAST({value} AS BIGINT)");

    public static string Integer(long value) => string.Create(CultureInfo.InvariantCulture, $"CAST({value} AS INTEGER)");

    public static string Date(DateOnly value) =>
        string.Create(CultureInfo.InvariantCulture, $"DATE '{value:yyyy-MM-dd}'");
}
