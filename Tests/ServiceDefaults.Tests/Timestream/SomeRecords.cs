using System.Globalization;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using CsCheck;

namespace TelemetryAspire.ServiceDefaults.Tests.Timestream;

/// <summary>Records to write: one that says what matters to a test, or any that Timestream would take.</summary>
internal static class SomeRecords
{
    internal const long Noon = 1_763_812_800_000;

    internal static Record Record(
        string device = "sensor-1",
        string measure = "temperature_measure",
        string value = "21.5",
        long time = Noon,
        long? version = 1) => new()
        {
            Dimensions = [new Dimension { Name = "DeviceID", Value = device }],
            MeasureName = measure,
            MeasureValue = value,
            MeasureValueType = MeasureValueType.DOUBLE,
            Time = time.ToString(CultureInfo.InvariantCulture),
            TimeUnit = TimeUnit.MILLISECONDS,
            Version = version,
        };

    /// <summary>Records of different identities.</summary>
    internal static List<Record> Distinct(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Record(time: Noon + i))];

    /// <summary>Lists whose records often share dimensions, times and identities.</summary>
    internal static Gen<List<Record>> Lists(int maxCount) => AnyRecord.List[0, maxCount];

    private static readonly Gen<Dimension> AnyDimension = Gen.Select(
        Any("DeviceID", "room", "floor"),
        Any("a", "b"),
        Any(null, DimensionValueType.VARCHAR),
        (name, value, type) => new Dimension { Name = name, Value = value, DimensionValueType = type });

    private static readonly Gen<List<Dimension>?> AnyDimensions = AnyDimension.List[0, 3]
        .Select(dimensions => dimensions.DistinctBy(dimension => dimension.Name).ToList())
        .Null(0.05);

    private static readonly Gen<Record> AnyRecord = Gen.Select(
        AnyDimensions,
        Any("temperature_measure", "humidity_measure"),
        Any("1", "2"),
        Any("1000", "2000", "1"),
        Any(null, TimeUnit.MILLISECONDS, TimeUnit.SECONDS),
        Any<long?>(null, 1, 2, 3),
        Any(null, MeasureValueType.DOUBLE, MeasureValueType.BIGINT),
        (dimensions, measure, value, time, unit, version, type) => new Record
        {
            Dimensions = dimensions!,
            MeasureName = measure,
            MeasureValue = value,
            MeasureValueType = type,
            Time = time,
            TimeUnit = unit,
            Version = version,
        });

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
