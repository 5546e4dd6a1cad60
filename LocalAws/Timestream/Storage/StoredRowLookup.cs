using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>Finds, and deletes, the stored rows of given identities: all of a commit's in one join.</summary>
/// <remarks>
/// Runs on the writer's connection, inside its transaction. The temporary table belongs to that connection and is made
/// before any transaction, so that none that fails takes it away; it is filled and emptied within one, so that its
/// rows never reach it: a table of DuckDB's memory keeps deleted rows for as long as it lives.
/// </remarks>
internal sealed class StoredRowLookup
{
    private const string Table = "sought";
    private const int FixedColumns = 8;

    private const string SameIdentity =
        "r.series_id = s.series_id AND r.measure_id = s.measure_id AND r.time = s.time";

    private readonly DuckDBConnection _connection;

    /// <param name="connection">The writer's connection, outside any transaction.</param>
    public StoredRowLookup(DuckDBConnection connection)
    {
        _connection = connection;
        connection.Execute($"CREATE TEMP TABLE {Table} (series_id INTEGER, measure_id INTEGER, time BIGINT)");
    }

    /// <summary>The rows there are of these identities.</summary>
    public Dictionary<RowIdentity, RowState> Find(TableEntry table, IReadOnlyCollection<RowIdentity> identities)
    {
        var found = new Dictionary<RowIdentity, RowState>();
        if (identities.Count > 0)
        {
            Fill(identities);
            var columns = Columns(table);
            foreach (var (first, last) in TimeRanges.Of(identities.Select(identity => identity.TimeNanos)))
            {
                Find(table, columns, first, last, found);
            }

            Empty();
        }

        return found;
    }

    /// <summary>Deletes the rows of these identities, each of which there is.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The identities with DuckDB's ids of the rows.</param>
    public void Delete(TableEntry table, IReadOnlyDictionary<RowIdentity, long> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Fill(rows.Keys);
        foreach (var (first, last) in TimeRanges.Of(rows.Keys.Select(identity => identity.TimeNanos)))
        {
            // A list of ids in its place would have DuckDB look at every row of the table.
            _connection.Run(string.Create(
                CultureInfo.InvariantCulture,
                $"DELETE FROM {StoredTable.Rows(table.Id)} r USING temp.{Table} s WHERE {SameIdentity} "
                + $"AND r.time BETWEEN {first} AND {last} AND r.rowid BETWEEN {rows.Values.Min()} AND {rows.Values.Max()}"));
        }

        Empty();
    }

    private static string Columns(TableEntry table)
    {
        var sql = new StringBuilder(
            "r.series_id, r.measure_id, r.time, r.rowid, r.version, r.v_double, r.v_bigint, r.v_varchar, r.v_boolean");
        for (var index = 0; index < table.MultiColumns.Length; index++)
        {
            sql.Append(", r.").Append(StoredTable.MultiMeasure(index));
        }

        return sql.ToString();
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

    private void Find(
        TableEntry table, string columns, long first, long last, Dictionary<RowIdentity, RowState> found)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {columns} FROM {StoredTable.Rows(table.Id)} r JOIN temp.{Table} s ON {SameIdentity} "
            + $"WHERE r.time BETWEEN {first} AND {last}");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var identity = new RowIdentity(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt64(2));
            found.Add(identity, ReadRow(table, reader));
        }
    }

    private void Fill(IEnumerable<RowIdentity> identities)
    {
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

    private void Empty() => _connection.Run($"DELETE FROM temp.{Table}");
}
