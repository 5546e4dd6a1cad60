using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>
/// Decides which dimensions and measures a table gains from records, and which records it refuses for that. Pure.
/// </summary>
/// <remarks>Kept by the writer for as long as it has the table open: the lookups must not be rebuilt for each request.</remarks>
internal sealed class SchemaGrowth
{
    private readonly Dictionary<string, int> _dimensions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _measures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _multiColumns = new(StringComparer.Ordinal);

    public SchemaGrowth(TableEntry table)
    {
        Table = table;
        foreach (var name in table.Dimensions)
        {
            _dimensions.Add(name, _dimensions.Count);
        }

        foreach (var measure in table.Measures)
        {
            _measures.Add(measure.Name, _measures.Count);
        }

        foreach (var column in table.MultiColumns)
        {
            _multiColumns.Add(column.Name, _multiColumns.Count);
        }
    }

    /// <summary>The table with everything that the records so far have brought.</summary>
    public TableEntry Table { get; private set; }

    public int DimensionIndex(string name) => _dimensions[name];

    public int MeasureId(string name) => _measures[name];

    public int MultiColumnIndex(string name) => _multiColumns[name];

    /// <summary>Takes over settings that an UpdateTable changed; its columns are those committed here.</summary>
    public void Refresh(TableEntry table) => Table = table;

    /// <summary>Whether the record, whose dimensions the table has, brings nothing that it has not.</summary>
    public bool HasMeasuresOf(IncomingRecord record)
    {
        if (!_measures.TryGetValue(record.MeasureName, out var id) || !Table.Measures[id].Types.Contains(record.Type))
        {
            return false;
        }

        if (record.Type is MeasureType.Multi)
        {
            foreach (var (name, value) in record.Values)
            {
                if (!_multiColumns.TryGetValue(name, out var index) || Table.MultiColumns[index].Type != value.Type)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Adds what the record brings; returns the reason to refuse it, with nothing added, or null.</summary>
    public string? Admit(IncomingRecord record) => Refuse(record) ?? Add(record);

    private string? Refuse(IncomingRecord record)
    {
        var newDimensions = record.Series.Dimensions.Count(dimension => !_dimensions.ContainsKey(dimension.Name));
        if (newDimensions > 0 && _dimensions.Count + newDimensions > TimestreamQuotas.DimensionsPerTable)
        {
            return $"The table would exceed the limit of {TimestreamQuotas.DimensionsPerTable} dimensions.";
        }

        if (!_measures.ContainsKey(record.MeasureName) && _measures.Count == TimestreamQuotas.MeasureNamesPerTable)
        {
            return $"The table would exceed the limit of {TimestreamQuotas.MeasureNamesPerTable} measure names.";
        }

        foreach (var (name, _) in record.Series.Dimensions)
        {
            if (_multiColumns.ContainsKey(name))
            {
                return $"The name '{name}' cannot be used for both a dimension and a measure.";
            }
        }

        return record.Type is MeasureType.Multi ? RefuseColumns(record) : null;
    }

    private string? RefuseColumns(IncomingRecord record)
    {
        var added = 0;
        foreach (var (name, value) in record.Values)
        {
            if (_dimensions.ContainsKey(name) || record.Series.Dimensions.Any(dimension => dimension.Name == name))
            {
                return $"The name '{name}' cannot be used for both a dimension and a measure.";
            }

            if (!_multiColumns.TryGetValue(name, out var index))
            {
                added++;
            }
            else if (Table.MultiColumns[index].Type != value.Type)
            {
                return $"The measure '{name}' has the type {value.Type.SqlName()}, but its type in the table is "
                    + $"{Table.MultiColumns[index].Type.SqlName()}.";
            }
        }

        return _multiColumns.Count + added > TimestreamQuotas.MultiColumnsPerTable
            ? $"The table would exceed the limit of {TimestreamQuotas.MultiColumnsPerTable} measures of multi-measure records."
            : null;
    }

    private string? Add(IncomingRecord record)
    {
        foreach (var (name, _) in record.Series.Dimensions)
        {
            if (_dimensions.TryAdd(name, _dimensions.Count))
            {
                Table = Table with { Dimensions = Table.Dimensions.Add(name) };
            }
        }

        AddMeasure(record);
        if (record.Type is MeasureType.Multi)
        {
            foreach (var (name, value) in record.Values)
            {
                if (_multiColumns.TryAdd(name, _multiColumns.Count))
                {
                    Table = Table with { MultiColumns = Table.MultiColumns.Add(new MultiColumn(name, value.Type)) };
                }
            }
        }

        return null;
    }

    private void AddMeasure(IncomingRecord record)
    {
        if (!_measures.TryGetValue(record.MeasureName, out var id))
        {
            _measures.Add(record.MeasureName, _measures.Count);
            Table = Table with { Measures = Table.Measures.Add(new MeasureEntry(record.MeasureName, [record.Type])) };
        }
        else if (!Table.Measures[id].Types.Contains(record.Type))
        {
            var grown = Table.Measures[id] with { Types = Table.Measures[id].Types.Add(record.Type) };
            Table = Table with { Measures = Table.Measures.SetItem(id, grown) };
        }
    }
}
