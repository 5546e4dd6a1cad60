namespace TelemetryAspire.Telemetry.Tests.Timestream;

/// <summary>What WriteRecords is given for a reading.</summary>
public sealed class TimestreamRecordsTests
{
    private static readonly ArrivalStamp Stamp = new(1_609_757_175_225_000_007);

    private static readonly TelemetryReading Reading = new()
    {
        TimeNanoseconds = 1_594_598_735_772_776_800,
        Dimensions = [new("DeviceID", "2c9f"), new("site", "north")],
        Measures =
        [
            new("temp", "27.0", MeasureType.Double),
            new("count", "3", MeasureType.BigInt),
            new("light", "true", MeasureType.Boolean),
            new("state", "on", MeasureType.Varchar),
        ],
    };

    [Fact]
    public void Each_measure_is_a_record_of_its_own()
    {
        var records = TimestreamRecords.From(Reading, Stamp, new MappingOptions());

        Assert.Equal(
            [("temp", "27.0", "DOUBLE"), ("count", "3", "BIGINT"), ("light", "true", "BOOLEAN"), ("state", "on", "VARCHAR")],
            records.Select(record => (record.MeasureName, record.MeasureValue, record.MeasureValueType.Value)));
    }

    [Fact]
    public void Every_record_has_the_time_in_nanoseconds_the_stamp_as_version_and_the_dimensions()
    {
        foreach (var record in TimestreamRecords.From(Reading, Stamp, new MappingOptions()))
        {
            Assert.Equal("1594598735772776800", record.Time);
            Assert.Equal("NANOSECONDS", record.TimeUnit.Value);
            Assert.Equal(Stamp.Value, record.Version);
            Assert.Equal([("DeviceID", "2c9f"), ("site", "north")], record.Dimensions.Select(d => (d.Name, d.Value)));
        }
    }

    [Fact]
    public void By_configuration_all_measures_are_one_record()
    {
        var mapping = new MappingOptions { Records = RecordForm.MultiMeasure, MultiMeasureName = "board" };

        var record = Assert.Single(TimestreamRecords.From(Reading, Stamp, mapping));

        Assert.Equal(
            ("board", "MULTI", null), (record.MeasureName, record.MeasureValueType.Value, record.MeasureValue));
        Assert.Equal(
            [("temp", "27.0", "DOUBLE"), ("count", "3", "BIGINT"), ("light", "true", "BOOLEAN"), ("state", "on", "VARCHAR")],
            record.MeasureValues.Select(value => (value.Name, value.Value, value.Type.Value)));
        Assert.Equal(Stamp.Value, record.Version);
    }
}
