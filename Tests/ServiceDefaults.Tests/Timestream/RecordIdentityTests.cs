using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using CsCheck;

namespace TelemetryAspire.ServiceDefaults.Tests.Timestream;

public sealed class RecordIdentityTests
{
    [Fact]
    public void Equal_records_have_equal_hashes() =>
        SomeRecords.Lists(12).Sample(records =>
        {
            foreach (var x in records)
            {
                Assert.All(
                    records.Where(y => RecordIdentity.Instance.Equals(x, y)),
                    y => Assert.Equal(RecordIdentity.Instance.GetHashCode(x), RecordIdentity.Instance.GetHashCode(y)));
            }
        });

    [Fact]
    public void Value_and_version_are_not_part_of_it() =>
        Assert.Equal(
            SomeRecords.Record(value: "1", version: 1),
            SomeRecords.Record(value: "2", version: 2),
            RecordIdentity.Instance);

    [Fact]
    public void The_order_of_dimensions_does_not_matter()
    {
        var x = SomeRecords.Record();
        var y = SomeRecords.Record();
        x.Dimensions.Add(new Dimension { Name = "room", Value = "kitchen" });
        y.Dimensions.Insert(0, new Dimension { Name = "room", Value = "kitchen" });

        Assert.Equal(x, y, RecordIdentity.Instance);
    }

    [Fact]
    public void One_instant_in_two_units_is_one_time()
    {
        var seconds = SomeRecords.Record(time: 5);
        seconds.TimeUnit = TimeUnit.SECONDS;

        Assert.Equal(SomeRecords.Record(time: 5000), seconds, RecordIdentity.Instance);
    }

    [Theory]
    [InlineData("sensor-2", "temperature_measure", 1)]
    [InlineData("sensor-1", "humidity_measure", 1)]
    [InlineData("sensor-1", "temperature_measure", 2)]
    public void Another_device_measure_or_time_is_another_identity(string device, string measure, long time) =>
        Assert.NotEqual(
            SomeRecords.Record(time: 1), SomeRecords.Record(device, measure, time: time), RecordIdentity.Instance);

    [Fact]
    public void Times_that_are_no_numbers_are_compared_as_text()
    {
        var x = SomeRecords.Record();
        var y = SomeRecords.Record();
        (x.Time, y.Time) = ("noon", "noon");

        Assert.Equal(x, y, RecordIdentity.Instance);
    }
}
