using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Timestream.Requests;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>A dimension as a request carries it.</summary>
internal sealed record DimensionInput(string? Name, string? Value, string? DimensionValueType);

/// <summary>One measure of a multi-measure record as a request carries it.</summary>
internal sealed record MeasureValueInput(string? Name, string? Value, string? Type);

/// <summary>A record, or the attributes common to all records, as a request carries it.</summary>
internal sealed record RecordInput(
    List<DimensionInput>? Dimensions,
    string? MeasureName,
    string? MeasureValue,
    string? MeasureValueType,
    List<MeasureValueInput>? MeasureValues,
    string? Time,
    string? TimeUnit,
    long? Version);

internal sealed record WriteRecordsRequest(
    string? DatabaseName,
    string? TableName,
    RecordInput? CommonAttributes,
    [property: JsonConverter(typeof(RecordListConverter))] List<RecordInput>? Records);
