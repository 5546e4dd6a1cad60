using Amazon.TimestreamWrite.Model;
using CsCheck;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.ServiceDefaults.Tests.Timestream;

public sealed class RecordPackingTests
{
    [Fact]
    public void Unpacked_the_records_are_what_they_were() =>
        SomeRecords.Lists(20).Sample(records =>
        {
            var packed = RecordPacking.Pack(records);

            Assert.Equal(
                records.Select(Unpacking.Describe),
                packed.Records.Select(record => Unpacking.Describe(Unpacking.Merge(packed.Common, record))));
        });

    [Fact]
    public void The_callers_records_are_left_alone() =>
        SomeRecords.Lists(20).Sample(records =>
        {
            var before = records.ConvertAll(Unpacking.Describe);

            RecordPacking.Pack(records);

            Assert.Equal(before, records.Select(Unpacking.Describe));
        });

    [Fact]
    public void What_all_measures_of_a_reading_share_is_sent_once()
    {
        List<Record> records =
        [
            SomeRecords.Record(measure: "temperature_measure", value: "21.5", version: 7),
            SomeRecords.Record(measure: "humidity_measure", value: "40", version: 7),
        ];

        var packed = RecordPacking.Pack(records);

        Assert.Equal("DeviceID=sensor-1:||||DOUBLE|1763812800000|MILLISECONDS|7", Unpacking.Describe(packed.Common!));
        Assert.Equal(
            ["|temperature_measure|21.5|||||", "|humidity_measure|40|||||"],
            packed.Records.Select(Unpacking.Describe));
        Assert.All(packed.Records, record => Assert.Null(record.Dimensions));
    }

    [Fact]
    public void A_version_that_one_record_lacks_is_not_shared()
    {
        var packed = RecordPacking.Pack([SomeRecords.Record(version: 7), SomeRecords.Record(time: 1, version: null)]);

        Assert.Null(packed.Common!.Version);
        Assert.Equal([7, null], packed.Records.Select(record => record.Version));
    }

    [Fact]
    public void A_dimension_named_twice_in_a_record_is_left_for_the_service_to_refuse()
    {
        var twice = SomeRecords.Record();
        twice.Dimensions.Add(new Dimension { Name = "DeviceID", Value = "sensor-1" });

        var packed = RecordPacking.Pack([twice, SomeRecords.Record(time: 1)]);

        Assert.Null(packed.Common!.Dimensions);
        Assert.Equal(2, packed.Records[0].Dimensions.Count);
    }

    [Fact]
    public void A_single_record_is_sent_as_it_is()
    {
        var record = SomeRecords.Record();

        var packed = RecordPacking.Pack([record]);

        Assert.Null(packed.Common);
        Assert.Same(record, Assert.Single(packed.Records));
    }

    [Fact]
    public void Records_that_share_nothing_have_no_common_attributes()
    {
        var other = new Record { MeasureName = "level", MeasureValue = "1", Time = "5" };

        Assert.Null(RecordPacking.Pack([SomeRecords.Record(), other]).Common);
    }
}
