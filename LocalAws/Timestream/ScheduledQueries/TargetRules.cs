using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>Whether a query's columns can be written as its target says.</summary>
internal static class TargetRules
{
    /// <exception cref="AwsException">ValidationException naming the table, the column or the mapping at fault.</exception>
    public static void Check(TimestreamTarget target, IReadOnlyList<ResultColumn> columns, CatalogSnapshot catalog)
    {
        var table = catalog.Tables.GetValueOrDefault(new TableName(target.DatabaseName!, target.TableName!))
            ?? throw TimestreamErrors.Validation(
                $"The table {target.TableName} of the target does not exist in the database {target.DatabaseName}.");
        var types = new Dictionary<string, SqlType>(StringComparer.Ordinal);
        for (var index = 0; index < columns.Count; index++)
        {
            types.TryAdd(ColumnInfo.NameOf(columns[index], index), columns[index].Type);
        }

        CheckColumn(types, "TimeColumn", target.TimeColumn, "TIMESTAMP");
        if (target.MeasureNameColumn is not null)
        {
            CheckColumn(types, "MeasureNameColumn", target.MeasureNameColumn, "VARCHAR");
        }

        foreach (var mapping in target.DimensionMappings!)
        {
            CheckColumn(types, "DimensionMappings", mapping.Name, "VARCHAR");
        }

        CheckMeasures(types, target);
        CheckPartitionKey(table.PartitionKey, target);
    }

    private static void CheckPartitionKey(PartitionKey key, TimestreamTarget target)
    {
        if (key.EnforcementInRecord is PartitionKey.Required
            && !target.DimensionMappings!.Exists(mapping => mapping.Name == key.Name))
        {
            throw TimestreamErrors.Validation(
                $"The DimensionMappings must have the dimension '{key.Name}', the target table's required partition key.");
        }
    }

    private static void CheckMeasures(Dictionary<string, SqlType> types, TimestreamTarget target)
    {
        if ((target.MultiMeasureMappings is null) == (target.MixedMeasureMappings is null))
        {
            throw TimestreamErrors.Validation(
                "Exactly one of MultiMeasureMappings and MixedMeasureMappings must be given.");
        }

        if (target.MultiMeasureMappings is { } multi)
        {
            if ((multi.TargetMultiMeasureName is null) == (target.MeasureNameColumn is null))
            {
                throw TimestreamErrors.Validation(
                    "Exactly one of TargetMultiMeasureName and MeasureNameColumn must be given with MultiMeasureMappings.");
            }

            CheckAttributes(types, multi.MultiMeasureAttributeMappings);
            return;
        }

        foreach (var mapping in target.MixedMeasureMappings!)
        {
            CheckMixed(types, target, mapping);
        }
    }

    private static void CheckMixed(Dictionary<string, SqlType> types, TimestreamTarget target, MixedMeasureMapping mapping)
    {
        if (target.MeasureNameColumn is not null && mapping.MeasureName is null)
        {
            throw TimestreamErrors.Validation("MixedMeasureMappings need a MeasureName when a MeasureNameColumn is given.");
        }

        if (mapping.MeasureValueType != "MULTI")
        {
            CheckColumn(types, "MixedMeasureMappings", mapping.SourceColumn, mapping.MeasureValueType!);
            return;
        }

        if (mapping is { TargetMeasureName: null, MeasureName: null, SourceColumn: null })
        {
            throw TimestreamErrors.Validation("A mapping of the type MULTI needs a TargetMeasureName or a MeasureName.");
        }

        CheckAttributes(types, mapping.MultiMeasureAttributeMappings);
    }

    private static void CheckAttributes(
        Dictionary<string, SqlType> types, List<MultiMeasureAttributeMapping>? mappings)
    {
        foreach (var mapping in mappings
            ?? throw TimestreamErrors.Validation("A mapping of the type MULTI needs MultiMeasureAttributeMappings."))
        {
            CheckColumn(types, "MultiMeasureAttributeMappings", mapping.SourceColumn, mapping.MeasureValueType!);
        }
    }

    private static void CheckColumn(Dictionary<string, SqlType> types, string member, string? column, string type)
    {
        if (column is null || !types.TryGetValue(column, out var found))
        {
            throw TimestreamErrors.Validation($"{member}: the query has no column '{column}'.");
        }

        var fits = type switch
        {
            "BIGINT" => found.IsWhole,
            "DOUBLE" => found.IsNumeric,
            _ => found.Name.Equals(type, StringComparison.OrdinalIgnoreCase),
        };
        if (!fits)
        {
            throw TimestreamErrors.Validation(
                $"{member}: the column '{column}' has the type {found}, where {type.ToLowerInvariant()} is needed.");
        }
    }
}
