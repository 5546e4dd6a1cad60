using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>Writes one table's records: series ids, version rule, appends. Used by the writer loop only.</summary>
/// <remarks>
/// Most records are seen to be new by <see cref="RecentTimes"/>, kept in memory for each series and measure, whatever the
/// table's size. Only the others (late records, repeats) are looked up in the table, all of a commit's at once. An
/// overwritten row is deleted in the same commit, so a query never meets two rows of one identity. After a failed commit
/// the writer is thrown away and loaded anew.
/// </remarks>
internal sealed class TableWriter
{
    private readonly DuckDBConnection _connection;
    private readonly StoredRowLookup _lookup;
    private readonly Dictionary<string, int> _seriesIds = new(StringComparer.Ordinal);
    private readonly List<(int Id, SeriesKey Key)> _newSeries = [];

    /// <summary>What this writer remembers its ids under: keys outlive it, and must not keep it.</summary>
    private readonly object _owner = new();

    // What one commit needs, kept for the next one.
    private readonly List<(PendingWrite Write, IncomingRecord Record, RowIdentity Identity)> _records = [];
    private readonly HashSet<RowIdentity> _sought = [];

    /// <summary>The latest stored times of each series and measure, keyed by both ids.</summary>
    private readonly Dictionary<long, RecentTimes> _recentTimes = [];

    public TableWriter(DuckDBConnection connection, StoredRowLookup lookup, TableEntry table)
    {
        _connection = connection;
        _lookup = lookup;
        Growth = new SchemaGrowth(table);
        LoadSeries(table);
        LoadRecentTimes(table);
    }

    /// <summary>The table's columns, with those that records have brought but are not committed yet.</summary>
    public SchemaGrowth Growth { get; }

    /// <summary>Adds the columns that the record brings; returns the reason to refuse it, with nothing added, or null.</summary>
    /// <remarks>A series that has its id has its dimensions in the table.</remarks>
    public string? Admit(IncomingRecord record) =>
        record.Series.IdOf(_owner) is not null && Growth.HasMeasuresOf(record) ? null : Growth.Admit(record);

    /// <summary>Decides on every record of the requests and writes those accepted, inside the caller's transaction.</summary>
    /// <param name="writes">Requests in the order they came; the columns of their records must exist.</param>
    /// <param name="refused">Records that the table's limits refused: they are rejected already.</param>
    public void Write(IReadOnlyList<PendingWrite> writes, IReadOnlySet<IncomingRecord> refused)
    {
        _records.Clear();
        _sought.Clear();
        Identify(writes, refused);
        var rows = _lookup.Find(Growth.Table, _sought);
        foreach (var (write, record, identity) in _records)
        {
            Decide(write, record, identity, rows);
        }

        DeleteOverwritten(rows);
        AppendSeries();
        AppendRows(rows);
    }

    private static long SeriesMeasure(RowIdentity identity) => ((long)identity.SeriesId << 32) | (uint)identity.MeasureId;

    private static void Decide(
        PendingWrite write, IncomingRecord record, RowIdentity identity, Dictionary<RowIdentity, RowState> rows)
    {
        var row = rows.GetValueOrDefault(identity);
        var sameValue = row is not null && record.HasSameValue(row.Type, row.Values);
        var decision = VersionRule.Decide(row?.Version, record.Version, sameValue);
        switch (decision)
        {
            case VersionDecision.Store:
                rows.Add(identity, RowState.Of(record));
                break;
            case VersionDecision.Overwrite:
                row!.Overwrite(record);
                break;
            case VersionDecision.AlreadyStored:
                break;
            default:
                write.RejectVersion(
                    record, VersionRule.Rejection(decision, record.Index, record.Version, row!.Version));
                return;
        }

        write.Accept(record);
    }

    /// <summary>Gives the records their identities, and notes those that may have a row.</summary>
    private void Identify(IReadOnlyList<PendingWrite> writes, IReadOnlySet<IncomingRecord> refused)
    {
        foreach (var write in writes)
        {
            foreach (var record in write.Records)
            {
                if (refused.Count > 0 && refused.Contains(record))
                {
                    continue;
                }

                var identity = new RowIdentity(
                    SeriesId(record.Series), Growth.MeasureId(record.MeasureName), record.TimeNanos);
                _records.Add((write, record, identity));
                if (_recentTimes.TryGetValue(SeriesMeasure(identity), out var recent)
                    && recent.MayContain(identity.TimeNanos))
                {
                    _sought.Add(identity);
                }
            }
        }
    }

    private int SeriesId(SeriesKey key)
    {
        if (key.IdOf(_owner) is { } remembered)
        {
            return remembered;
        }

        if (!_seriesIds.TryGetValue(key.Text, out var id))
        {
            id = _seriesIds.Count;
            _seriesIds.Add(key.Text, id);
            _newSeries.Add((id, key));
        }

        key.Remember(_owner, id);
        return id;
    }

    private void DeleteOverwritten(Dictionary<RowIdentity, RowState> rows) => _lookup.Delete(
        Growth.Table,
        rows.Where(row => row.Value is { IsDirty: true, StoredRowId: not null })
            .ToDictionary(row => row.Key, row => row.Value.StoredRowId!.Value));

    private void AppendSeries()
    {
        if (_newSeries.Count == 0)
        {
            return;
        }

        using var appender = _connection.CreateAppender(StoredTable.Series(Growth.Table.Id));
        var values = new string?[Growth.Table.Dimensions.Length];
        foreach (var (id, key) in _newSeries)
        {
            Array.Clear(values);
            foreach (var (name, value) in key.Dimensions)
            {
                values[Growth.DimensionIndex(name)] = value;
            }

            var row = appender.CreateRow().AppendValue((int?)id);
            foreach (var value in values)
            {
                row.AppendValue(value);
            }

            row.EndRow();
        }

        _newSeries.Clear();
    }

    private void AppendRows(Dictionary<RowIdentity, RowState> rows)
    {
        using var appender = _connection.CreateAppender(StoredTable.Rows(Growth.Table.Id));
        var multi = new ScalarValue?[Growth.Table.MultiColumns.Length];
        foreach (var (identity, state) in rows)
        {
            if (!state.IsDirty)
            {
                continue;
            }

            var row = appender.CreateRow()
                .AppendValue((int?)identity.SeriesId)
                .AppendValue((int?)identity.MeasureId)
                .AppendValue((long?)identity.TimeNanos)
                .AppendValue((long?)state.Version);
            AppendValues(row, state, multi);
            row.EndRow();
            ref var recent = ref CollectionsMarshal.GetValueRefOrAddDefault(
                _recentTimes, SeriesMeasure(identity), out _);
            (recent ??= new RecentTimes()).Add(identity.TimeNanos);
        }
    }

    private void AppendValues(IDuckDBAppenderRow row, RowState state, ScalarValue?[] multi)
    {
        ScalarValue? single = state.Type is MeasureType.Multi ? null : state.Values[0].Value;
        Append(row, MeasureType.Double, single);
        Append(row, MeasureType.Bigint, single);
        Append(row, MeasureType.Varchar, single);
        Append(row, MeasureType.Boolean, single);
        if (multi.Length == 0)
        {
            return;
        }

        Array.Clear(multi);
        if (single is null)
        {
            foreach (var (name, value) in state.Values)
            {
                multi[Growth.MultiColumnIndex(name)] = value;
            }
        }

        foreach (var value in multi)
        {
            Append(row, value?.Type ?? MeasureType.Double, value);
        }
    }

    /// <summary>Appends the value to a column of the given type, or null when the value is of another type.</summary>
    private static void Append(IDuckDBAppenderRow row, MeasureType columnType, ScalarValue? value)
    {
        if (value is not { } present || present.Type != columnType)
        {
            row.AppendNullValue();
            return;
        }

        switch (columnType)
        {
            case MeasureType.Double:
                row.AppendValue((double?)present.Double);
                break;
            case MeasureType.Varchar:
                row.AppendValue(present.Text);
                break;
            case MeasureType.Boolean:
                row.AppendValue((bool?)(present.Bits != 0));
                break;
            default:
                row.AppendValue((long?)present.Bits);
                break;
        }
    }

    private void LoadSeries(TableEntry table)
    {
        var columns = string.Concat(table.Dimensions.Select((_, index) => ", " + StoredTable.Dimension(index)));
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT series_id{columns} FROM {StoredTable.Series(table.Id)}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var dimensions = new List<DimensionValue>();
            for (var index = 0; index < table.Dimensions.Length; index++)
            {
                if (!reader.IsDBNull(index + 1))
                {
                    dimensions.Add(new DimensionValue(table.Dimensions[index], reader.GetString(index + 1)));
                }
            }

            _seriesIds.Add(SeriesKey.Create(dimensions).Text, reader.GetInt32(0));
        }
    }

    private void LoadRecentTimes(TableEntry table)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            $"SELECT series_id, measure_id, max(time) FROM {StoredTable.Rows(table.Id)} GROUP BY series_id, measure_id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var identity = new RowIdentity(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt64(2));
            _recentTimes.Add(SeriesMeasure(identity), new RecentTimes(identity.TimeNanos));
        }
    }
}
