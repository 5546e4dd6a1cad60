using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.TestKit;

/// <summary>
/// What Timestream does with common attributes, written down once more and independently of the packing.
/// </summary>
public static class Unpacking
{
    /// <summary>Merges the common attributes into a record; a dimension in both is an error, as it is there.</summary>
    public static Record Merge(Record? common, Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var shared = common?.Dimensions ?? [];
        var own = record.Dimensions ?? [];
        if (own.Exists(dimension => shared.Exists(other => other.Name == dimension.Name)))
        {
            throw new ValidationException("A dimension stands in the common attributes and in a record.");
        }

        return new Record
        {
            Dimensions = [.. shared, .. own],
            MeasureName = record.MeasureName ?? common?.MeasureName,
            MeasureValue = record.MeasureValue ?? common?.MeasureValue,
            MeasureValues = record.MeasureValues ?? common?.MeasureValues,
            MeasureValueType = record.MeasureValueType ?? common?.MeasureValueType,
            Time = record.Time ?? common?.Time,
            TimeUnit = record.TimeUnit ?? common?.TimeUnit,
            Version = record.Version ?? common?.Version,
        };
    }

    /// <summary>Everything a record says, in a form that can be compared.</summary>
    public static string Describe(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var dimensions = (record.Dimensions ?? [])
            .Select(dimension => $"{dimension.Name}={dimension.Value}:{dimension.DimensionValueType}")
            .Order(StringComparer.Ordinal);
        var values = (record.MeasureValues ?? []).Select(value => $"{value.Name}={value.Value}:{value.Type}");
        return string.Join(
            '|',
            string.Join(',', dimensions),
            record.MeasureName,
            record.MeasureValue,
            string.Join(',', values),
            record.MeasureValueType,
            record.Time,
            record.TimeUnit,
            record.Version);
    }
}
