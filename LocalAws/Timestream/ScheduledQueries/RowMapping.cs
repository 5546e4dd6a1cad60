using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>Makes records of the rows of a query, as the target says. Made after <see cref="TargetRules"/> has checked it.</summary>
internal sealed class RowMapping
{
    private readonly TimestreamTarget _target;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Sql.Binding.ResultColumn> _types;
    private readonly long _version;

    public RowMapping(TimestreamTarget target, IReadOnlyList<Sql.Binding.ResultColumn> columns, long version)
    {
        _target = target;
        _types = columns;
        _version = version;
        for (var index = 0; index < columns.Count; index++)
        {
            _columns.TryAdd(ColumnInfo.NameOf(columns[index], index), index);
        }
    }

    /// <summary>The records of the current row, or why it has none.</summary>
    public (IReadOnlyList<RecordInput> Records, string? Error) Map(IRowSource rows)
    {
        if (Text(rows, _target.TimeColumn!) is not { } time)
        {
            return ([], $"The time column '{_target.TimeColumn}' of the row is NULL.");
        }

        var dimensions = new List<DimensionInput>();
        foreach (var mapping in _target.DimensionMappings!)
        {
            if (Text(rows, mapping.Name!) is { } value)
            {
                dimensions.Add(new DimensionInput(mapping.Name, value, null));
            }
        }

        var name = _target.MeasureNameColumn is { } column ? Text(rows, column) : null;
        if (_target.MeasureNameColumn is not null && name is null)
        {
            return ([], $"The measure name column '{_target.MeasureNameColumn}' of the row is NULL.");
        }

        RecordInput?[] records = _target.MultiMeasureMappings is { } multi
            ? [Multi(rows, dimensions, time, name ?? multi.TargetMultiMeasureName!, multi.MultiMeasureAttributeMappings!)]
            : [.. _target.MixedMeasureMappings!
                .Where(mapping => name is null || mapping.MeasureName == name)
                .Select(mapping => Mixed(rows, dimensions, time, mapping))];
        var present = records.OfType<RecordInput>().ToList();
        return present.Count > 0 ? (present, null) : ([], "The row has no measure that is not NULL.");
    }

    private RecordInput? Mixed(IRowSource rows, List<DimensionInput> dimensions, string time, MixedMeasureMapping mapping)
    {
        var name = mapping.TargetMeasureName ?? mapping.MeasureName ?? mapping.SourceColumn!;
        if (mapping.MeasureValueType == "MULTI")
        {
            return Multi(rows, dimensions, time, name, mapping.MultiMeasureAttributeMappings!);
        }

        return Text(rows, mapping.SourceColumn!) is { } value
            ? new RecordInput(dimensions, name, value, mapping.MeasureValueType, null, time, "NANOSECONDS", _version)
            : null;
    }

    private RecordInput? Multi(
        IRowSource rows,
        List<DimensionInput> dimensions,
        string time,
        string name,
        List<MultiMeasureAttributeMapping> mappings)
    {
        var values = new List<MeasureValueInput>();
        foreach (var mapping in mappings)
        {
            if (Text(rows, mapping.SourceColumn!) is { } value)
            {
                values.Add(new MeasureValueInput(
                    mapping.TargetMultiMeasureAttributeName ?? mapping.SourceColumn, value, mapping.MeasureValueType));
            }
        }

        return values.Count == 0
            ? null
            : new RecordInput(dimensions, name, null, "MULTI", values, time, "NANOSECONDS", _version);
    }

    /// <summary>A value as WriteRecords takes it: a timestamp is its nanoseconds.</summary>
    private string? Text(IRowSource rows, string column)
    {
        var index = _columns[column];
        return rows.GetValue(index) switch
        {
            null => null,
            var value when _types[index].Type == SqlType.Timestamp => Convert.ToString(value, CultureInfo.InvariantCulture),
            var value => DatumWriter.Text(value, ((ScalarType)_types[index].Type).Kind),
        };
    }
}
