using System.Globalization;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>The names under which DuckDB keeps a Timestream table.</summary>
/// <remarks>
/// <para><c>series_N (series_id, d0, d1, ...)</c>: one row for each dimension set; a new dimension adds a column here.</para>
/// <para><c>measures_N (measure_id, name)</c>: the measure names.</para>
/// <para><c>rows_N (series_id, measure_id, time, version, v_double, v_bigint, v_varchar, v_boolean, m0, m1, ...)</c>: one row
/// for each record. A column that a kind of record does not use compresses to nothing; a new measure of multi-measure
/// records adds a column, which DuckDB does without rewriting the others (90 ms at 10 million rows).</para>
/// <para>No user's name is ever part of SQL: columns are numbered, and the catalog says which is which.</para>
/// </remarks>
internal static class StoredTable
{
    public static string Rows(int tableId) => Name("rows_", tableId);

    public static string Series(int tableId) => Name("series_", tableId);

    public static string Measures(int tableId) => Name("measures_", tableId);

    public static string Dimension(int index) => Name("d", index);

    public static string MultiMeasure(int index) => Name("m", index);

    /// <summary>The statements that create a table without dimensions and measures.</summary>
    public static string CreateSql(int tableId) =>
        $"""
        CREATE TABLE {Series(tableId)} (series_id INTEGER NOT NULL);
        CREATE TABLE {Measures(tableId)} (measure_id INTEGER NOT NULL, name VARCHAR NOT NULL);
        CREATE TABLE {Rows(tableId)} (
            series_id INTEGER NOT NULL, measure_id INTEGER NOT NULL, time BIGINT NOT NULL, version BIGINT NOT NULL,
            v_double DOUBLE, v_bigint BIGINT, v_varchar VARCHAR, v_boolean BOOLEAN);
        """;

    /// <summary>The statements that drop it.</summary>
    public static string DropSql(int tableId) =>
        $"DROP TABLE {Rows(tableId)}; DROP TABLE {Measures(tableId)}; DROP TABLE {Series(tableId)};";

    private static string Name(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
