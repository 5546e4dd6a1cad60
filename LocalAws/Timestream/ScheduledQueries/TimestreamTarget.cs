namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>The API's <c>TimestreamConfiguration</c>: which table gets the rows, and what the columns become.</summary>
internal sealed record TimestreamTarget(
    string? DatabaseName,
    string? TableName,
    string? TimeColumn,
    List<DimensionMapping>? DimensionMappings,
    MultiMeasureMappings? MultiMeasureMappings,
    List<MixedMeasureMapping>? MixedMeasureMappings,
    string? MeasureNameColumn);

/// <summary>A column that becomes a dimension.</summary>
internal sealed record DimensionMapping(string? Name, string? DimensionValueType);

/// <summary>Columns that become the measures of one multi-measure record.</summary>
internal sealed record MultiMeasureMappings(
    string? TargetMultiMeasureName, List<MultiMeasureAttributeMapping>? MultiMeasureAttributeMappings);

/// <summary>A column that becomes one measure of a multi-measure record.</summary>
internal sealed record MultiMeasureAttributeMapping(
    string? SourceColumn, string? TargetMultiMeasureAttributeName, string? MeasureValueType);

/// <summary>A column that becomes a single-measure record, or columns that become a multi-measure record.</summary>
internal sealed record MixedMeasureMapping(
    string? MeasureName,
    string? SourceColumn,
    string? TargetMeasureName,
    string? MeasureValueType,
    List<MultiMeasureAttributeMapping>? MultiMeasureAttributeMappings);
