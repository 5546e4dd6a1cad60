using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>Reads the stored rows of given identities: all of a commit's in one join, over their range of times only.</summary>
/// <remarks>
/// Runs on the writer's connection, inside its transaction. The temporary table belongs to that connection and is made
/// before any transaction, so that none that fails takes it away.
/// </remarks>
internal sealed class StoredRowLookup
{
    private const string Table = "sought";
    private const int FixedColumns = 8;

    private readonly DuckDBConnection _connection;

    /// <param name="connection">The writer's connection, outside any transaction.</param>
    public StoredRowLookup(DuckDBConnection connection)
    {
        _connection = connection;
        connection.Execute($"CREATE TEMP TABLE {Table} (series_id INTEGER, measure_id INTEGER, time BIGINT)");
    }

    public Dictionary<RowIdentity, RowState> Find(TableEntry table, IReadOnlyCollection<RowIdentity> identities)
    {
        var found = new Dictionary<RowIdentity, RowState>();
        if (identities.Count == 0)
        {
            return found;
        }

        Fill(identities);
        using var command = _connection.CreateCommand();
        command.CommandText = Sql(table, identities);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var identity = new RowIdentity(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt64(2));
            found.Add(identity, ReadRow(table, reader));
        }

        return found;
    }

    private static string Sql(TableEntry table, IReadOnlyCollection<RowIdentity> identities)
    {
        var sql = new StringBuilder(
            "SELECT r.series_id, r.measure_id, r.time, r.rowid, r.version, r.v_double, r.v_bigint, r.v_varchar, r.v_boolean");
        for (var index = 0; index < table.MultiColumns.Length; index++)
        {
            sql.Append(", r.").Append(StoredTable.MultiMeasure(index));
        }

        return sql
            .Append(CultureInfo.InvariantCulture, $" FROM {StoredTable.Rows(table.Id)} r JOIN temp.{Table} s")
            .Append(" ON r.series_id = s.series_id AND r.measure_id = s.measure_id AND r.time = s.time")
            .Append(CultureInfo.InvariantCulture, $" WHERE r.time BETWEEN {identities.Min(identity => identity.TimeNanos)}")
            .Append(CultureInfo.InvariantCulture, $" AND {identities.Max(identity => identity.TimeNanos)}")
            .ToString();
    }

    private static RowState ReadRow(TableEntry table, DuckDBDataReader reader)
    {
        var (rowId, version) = (reader.GetInt64(3), reader.GetInt64(4));
        if (!reader.IsDBNull(5))
        {
            return Single(ScalarValue.OfDouble(reader.GetDouble(5)));
        }

        if (!reader.IsDBNull(6))
        {
            return Single(new ScalarValue(MeasureType.Bigint, reader.GetInt64(6)));
        }

        if (!reader.IsDBNull(7))
        {
            return Single(new ScalarValue(MeasureType.Varchar, 0, reader.GetString(7)));
        }

        return reader.IsDBNull(FixedColumns)
            ? new RowState(version, MeasureType.Multi, ReadMulti(table, reader), rowId)
            : Single(new ScalarValue(MeasureType.Boolean, reader.GetBoolean(FixedColumns) ? 1 : 0));

        RowState Single(ScalarValue value) => new(version, value.Type, [new NamedValue(string.Empty, value)], rowId);
    }

    private static NamedValue[] ReadMulti(TableEntry table, DuckDBDataReader reader)
    {
        var values = new List<NamedValue>();
        for (var index = 0; index < table.MultiColumns.Length; index++)
        {
            var ordinal = FixedColumns + 1 + index;
            if (!reader.IsDBNull(ordinal))
            {
                var (name, type) = table.MultiColumns[index];
                values.Add(new NamedValue(name, ReadScalar(reader, ordinal, type)));
            }
        }

        values.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return [.. values];
    }

    private static ScalarValue ReadScalar(DuckDBDataReader reader, int ordinal, MeasureType type) => type switch
    {
        MeasureType.Double => ScalarValue.OfDouble(reader.GetDouble(ordinal)),
        MeasureType.Varchar => new ScalarValue(type, 0, reader.GetString(ordinal)),
        MeasureType.Boolean => new ScalarValue(type, reader.GetBoolean(ordinal) ? 1 : 0),
        _ => new ScalarValue(type, reader.GetInt64(ordinal)),
    };

    private void Fill(IReadOnlyCollection<RowIdentity> identities)
    {
        _connection.Execute($"DELETE FROM temp.{Table}");
        using var appender = _connection.CreateAppender("temp", "main", Table);
        foreach (var identity in identities)
        {
            appender.CreateRow()
                .AppendValue((int?)identity.SeriesId)
                .AppendValue((int?)identity.MeasureId)
                .AppendValue((long?)identity.TimeNanos)
                .EndRow();
        }
    }
}
