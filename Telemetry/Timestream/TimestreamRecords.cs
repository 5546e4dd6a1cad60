using System.Globalization;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.Telemetry;

/// <summary>Turns a reading into the records that Timestream's WriteRecords takes.</summary>
public static class TimestreamRecords
{
    /// <summary>The records of a reading: one for each measure, or one for all of them.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="stamp">
    /// Its record's arrival stamp, which becomes the version of every row. A replay writes the same version, and of two
    /// readings that claim the same series and time the one that arrived later stays.
    /// </param>
    /// <param name="mapping">Says which form the records have.</param>
    /// <returns>
    /// At least one record, each complete in itself; they share one list of dimensions, not to be changed.
    /// </returns>
    public static List<Record> From(TelemetryReading reading, ArrivalStamp stamp, MappingOptions mapping)
    {
        var dimensions = new List<Dimension>(reading.Dimensions.Count);
        foreach (var (name, value) in reading.Dimensions)
        {
            dimensions.Add(new Dimension { Name = name, Value = value });
        }

        var time = reading.TimeNanoseconds.ToString(CultureInfo.InvariantCulture);
        if (mapping.Records == RecordForm.MultiMeasure)
        {
            var multi = NewRecord(dimensions, time, stamp);
            multi.MeasureName = mapping.MultiMeasureName;
            multi.MeasureValueType = MeasureValueType.MULTI;
            multi.MeasureValues = [.. reading.Measures.Select(ToMeasureValue)];
            return [multi];
        }

        var records = new List<Record>(reading.Measures.Count);
        foreach (var (name, value, type) in reading.Measures)
        {
            var record = NewRecord(dimensions, time, stamp);
            record.MeasureName = name;
            record.MeasureValue = value;
            record.MeasureValueType = ToTimestream(type);
            records.Add(record);
        }

        return records;
    }

    private static Record NewRecord(List<Dimension> dimensions, string time, ArrivalStamp stamp) => new()
    {
        Dimensions = dimensions,
        Time = time,
        TimeUnit = TimeUnit.NANOSECONDS,
        Version = stamp.Value,
    };

    private static MeasureValue ToMeasureValue(TelemetryMeasure measure) =>
        new() { Name = measure.Name, Value = measure.Value, Type = ToTimestream(measure.Type) };

    private static MeasureValueType ToTimestream(MeasureType type) => type switch
    {
        MeasureType.Double => MeasureValueType.DOUBLE,
        MeasureType.BigInt => MeasureValueType.BIGINT,
        MeasureType.Varchar => MeasureValueType.VARCHAR,
        MeasureType.Boolean => MeasureValueType.BOOLEAN,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A reading's measures have their own type."),
    };
}
