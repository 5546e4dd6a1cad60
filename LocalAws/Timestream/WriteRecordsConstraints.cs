using System.Globalization;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>The constraints of the API's model on WriteRecords: presence, lengths and enumerations, with their paths.</summary>
/// <remarks>Sample path: <c>records.1.member.dimensions.1.member.dimensionValueType</c>; members count from 1.</remarks>
internal static class WriteRecordsConstraints
{
    private const int MaxTimeChars = 256;

    private static readonly string[] TimeUnits = ["MILLISECONDS", "SECONDS", "MICROSECONDS", "NANOSECONDS"];
    private static readonly string[] MeasureTypeNames = MeasureTypes.WireNames.Split(", ");

    /// <exception cref="AwsException">ValidationException naming every member at fault.</exception>
    public static void Check(WriteRecordsRequest request)
    {
        var validation = new Validation();
        validation.Required("databaseName", request.DatabaseName);
        validation.Required("tableName", request.TableName);
        validation.Required("records", request.Records);
        if (request.Records is { } records)
        {
            validation.Length(
                "records", $"[{records.Count} records]", records.Count, 1, TimestreamQuotas.RecordsPerRequest);
            for (var index = 0; index < records.Count; index++)
            {
                if (records[index] is null || NeedsCheck(records[index]))
                {
                    Check(ref validation, Member("records", index), records[index]);
                }
            }
        }

        if (request.CommonAttributes is { } common)
        {
            Check(ref validation, "commonAttributes", common);
        }

        validation.ThrowIfFailed();
    }

    /// <summary>Whether any constraint may be broken: spares the paths of the many records that are fine.</summary>
    private static bool NeedsCheck(RecordInput record) =>
        record.MeasureName is { Length: 0 }
        || record.MeasureValue is { Length: 0 or > TimestreamQuotas.MeasureValueChars }
        || record.MeasureValueType is { } type && !MeasureTypes.TryParse(type, out _)
        || record.Time is { Length: 0 or > MaxTimeChars }
        || record.TimeUnit is { } unit && Array.IndexOf(TimeUnits, unit) < 0
        || record.Version is < 1
        || record.Dimensions is { } dimensions && NeedsCheck(dimensions)
        || record.MeasureValues is { } measures && NeedsCheck(measures);

    private static bool NeedsCheck(List<DimensionInput> dimensions)
    {
        foreach (var dimension in dimensions)
        {
            if (dimension is not { Name.Length: > 0, Value.Length: > 0, DimensionValueType: null })
            {
                return true;
            }
        }

        return dimensions.Count > TimestreamQuotas.DimensionsPerTable;
    }

    private static bool NeedsCheck(List<MeasureValueInput> measures)
    {
        foreach (var measure in measures)
        {
            if (measure is not
                {
                    Name.Length: > 0,
                    Value.Length: > 0 and <= TimestreamQuotas.MeasureValueChars,
                    Type: { } type,
                }
                || !MeasureTypes.TryParse(type, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static void Check(ref Validation validation, string path, RecordInput? record)
    {
        if (record is null)
        {
            validation.Required(path, null);
            return;
        }

        validation.Length($"{path}.measureName", record.MeasureName, 1, int.MaxValue);
        validation.Length($"{path}.measureValue", record.MeasureValue, 1, TimestreamQuotas.MeasureValueChars);
        validation.OneOf($"{path}.measureValueType", record.MeasureValueType, MeasureTypeNames);
        validation.Length($"{path}.time", record.Time, 1, MaxTimeChars);
        validation.OneOf($"{path}.timeUnit", record.TimeUnit, TimeUnits);
        validation.Range($"{path}.version", record.Version, 1, long.MaxValue);
        CheckDimensions(ref validation, $"{path}.dimensions", record.Dimensions ?? []);
        CheckMeasures(ref validation, $"{path}.measureValues", record.MeasureValues ?? []);
    }

    private static void CheckDimensions(ref Validation validation, string path, List<DimensionInput> dimensions)
    {
        validation.Length(
            path, $"[{dimensions.Count} dimensions]", dimensions.Count, 0, TimestreamQuotas.DimensionsPerTable);
        for (var index = 0; index < dimensions.Count; index++)
        {
            var member = Member(path, index);
            validation.Required(member, dimensions[index]);
            validation.Required($"{member}.name", dimensions[index]?.Name);
            validation.Length($"{member}.name", dimensions[index]?.Name, 1, int.MaxValue);
            validation.Required($"{member}.value", dimensions[index]?.Value);
            validation.Length($"{member}.value", dimensions[index]?.Value, 1, int.MaxValue);
            validation.OneOf($"{member}.dimensionValueType", dimensions[index]?.DimensionValueType, "VARCHAR");
        }
    }

    private static void CheckMeasures(ref Validation validation, string path, List<MeasureValueInput> measures)
    {
        for (var index = 0; index < measures.Count; index++)
        {
            var member = Member(path, index);
            validation.Required(member, measures[index]);
            validation.Required($"{member}.name", measures[index]?.Name);
            validation.Length($"{member}.name", measures[index]?.Name, 1, int.MaxValue);
            validation.Required($"{member}.value", measures[index]?.Value);
            validation.Length($"{member}.value", measures[index]?.Value, 1, TimestreamQuotas.MeasureValueChars);
            validation.Required($"{member}.type", measures[index]?.Type);
            validation.OneOf($"{member}.type", measures[index]?.Type, MeasureTypeNames);
        }
    }

    private static string Member(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}.{index + 1}.member");
}
