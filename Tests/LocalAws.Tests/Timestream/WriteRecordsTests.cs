using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using Record = Amazon.TimestreamWrite.Model.Record;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

public sealed class WriteRecordsTests : TimestreamTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateTableAsync();
    }

    [Fact]
    public async Task A_record_can_be_queried_as_soon_as_it_is_acknowledged()
    {
        var response = await WriteAsync(Reading());

        Assert.Equal(1, response.RecordsIngested.Total);
        Assert.Equal(1, response.RecordsIngested.MemoryStore);
        Assert.Equal(0, response.RecordsIngested.MagneticStore);
        Assert.Equal(
            (string?[])["a", "temperature", "2026-03-01 12:00:00.000000000", "1.5"],
            Assert.Single(await RowsAsync($"SELECT * FROM {FullName}")));
    }

    [Fact]
    public async Task Common_attributes_are_merged_into_every_record()
    {
        await Writer.WriteRecordsAsync(
            new WriteRecordsRequest
            {
                DatabaseName = Database,
                TableName = Table,
                CommonAttributes = new Record
                {
                    Dimensions = [new Dimension { Name = "site", Value = "north" }],
                    MeasureValueType = MeasureValueType.BIGINT,
                    Time = Millis(Now),
                },
                Records =
                [
                    new Record { MeasureName = "count", MeasureValue = "7" },
                    new Record { MeasureName = "name", MeasureValue = "x", MeasureValueType = MeasureValueType.VARCHAR },
                ],
            },
            Cancellation);

        Assert.Equal(
            [["north", "count", "7", null], ["north", "name", null, "x"]],
            await RowsAsync(
                $"SELECT site, measure_name, measure_value::bigint, measure_value::varchar FROM {FullName} ORDER BY measure_name"));
    }

    [Fact]
    public async Task A_dimension_in_common_attributes_and_record_is_refused()
    {
        var request = new WriteRecordsRequest
        {
            DatabaseName = Database,
            TableName = Table,
            CommonAttributes = new Record { Dimensions = [new Dimension { Name = "DeviceID", Value = "b" }] },
            Records = [Reading()],
        };

        var error = await Assert.ThrowsAsync<ValidationException>(() => Writer.WriteRecordsAsync(request, Cancellation));

        Assert.Contains("DeviceID", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SECONDS", "1772366400", "2026-03-01 12:00:00.000000000")]
    [InlineData("MILLISECONDS", "1772366400001", "2026-03-01 12:00:00.001000000")]
    [InlineData("MICROSECONDS", "1772366400000001", "2026-03-01 12:00:00.000001000")]
    [InlineData("NANOSECONDS", "1772366400000000001", "2026-03-01 12:00:00.000000001")]
    public async Task Time_is_kept_to_the_nanosecond(string unit, string time, string expected)
    {
        var record = Reading();
        record.TimeUnit = unit;
        record.Time = time;
        await WriteAsync(record);

        Assert.Equal(expected, await ValueAsync($"SELECT time FROM {FullName}"));
    }

    [Fact]
    public async Task A_multi_measure_record_is_one_row_with_a_typed_column_for_each_measure()
    {
        await WriteAsync(Multi(
            "a",
            ("d", "0.1", MeasureValueType.DOUBLE),
            ("i", "-9223372036854775808", MeasureValueType.BIGINT),
            ("s", "it's", MeasureValueType.VARCHAR),
            ("b", "true", MeasureValueType.BOOLEAN),
            ("t", "1772366400001", MeasureValueType.TIMESTAMP)));

        Assert.Equal(
            (string?[])["0.1", "-9223372036854775808", "it's", "true", "2026-03-01 12:00:00.001000000"],
            Assert.Single(await RowsAsync($"SELECT d, i, s, b, t FROM {FullName}")));
    }

    [Fact]
    public async Task New_dimensions_and_measures_appear_beside_old_rows()
    {
        await WriteAsync(Reading());
        var record = Reading("b", "humidity");
        record.Dimensions.Add(new Dimension { Name = "floor", Value = "3" });
        await WriteAsync(record, Multi("c", ("on", "false", MeasureValueType.BOOLEAN)));

        Assert.Equal(
            [["a", null, null], ["b", "3", null], ["c", null, "false"]],
            await RowsAsync($"SELECT DeviceID, floor, \"on\" FROM {FullName} ORDER BY 1"));
    }

    [Fact]
    public async Task A_higher_version_overwrites_the_value()
    {
        await WriteAsync(Reading(value: "1", version: 1));
        await WriteAsync(Reading(value: "2", version: 3));

        Assert.Equal("2.0", await ValueAsync($"SELECT measure_value::double FROM {FullName}"));
    }

    [Fact]
    public async Task A_lower_version_is_rejected_with_the_existing_one()
    {
        await WriteAsync(Reading(value: "1", version: 200));

        var rejected = await RejectedAsync(Reading(value: "1", version: 2));

        Assert.Equal(200, rejected.ExistingVersion);
        Assert.Equal(
            "The record version 2 is lower than the existing version 200. "
            + "A higher version is required to update the measure value.",
            rejected.Reason);
    }

    [Fact]
    public async Task An_equal_version_with_another_value_is_rejected()
    {
        await WriteAsync(Reading(value: "1"));

        var rejected = await RejectedAsync(Reading(value: "2"));

        Assert.Equal(1, rejected.ExistingVersion);
        Assert.StartsWith(
            "A record already exists with the same time, dimensions, measure name, and record version.",
            rejected.Reason,
            StringComparison.Ordinal);
        Assert.Equal("1.0", await ValueAsync($"SELECT measure_value::double FROM {FullName}"));
    }

    [Fact]
    public async Task Repeating_a_record_is_accepted_and_changes_nothing()
    {
        await WriteAsync(Reading(), Multi("a", ("x", "1", MeasureValueType.BIGINT), ("y", "2", MeasureValueType.DOUBLE)));

        var response = await WriteAsync(
            Reading(), Multi("a", ("y", "2", MeasureValueType.DOUBLE), ("x", "1", MeasureValueType.BIGINT)));

        Assert.Equal(2, response.RecordsIngested.Total);
        Assert.Equal("2", await ValueAsync($"SELECT count(*) FROM {FullName}"));
    }

    [Fact]
    public async Task Versions_are_checked_against_rows_from_before_a_restart()
    {
        await WriteAsync(Reading(value: "1", version: 5));
        await RestartAsync();

        Assert.Equal(5, (await RejectedAsync(Reading(value: "9", version: 4))).ExistingVersion);
        await WriteAsync(Reading(value: "2", version: 6));
        Assert.Equal("2.0", await ValueAsync($"SELECT measure_value::double FROM {FullName}"));
    }

    [Fact]
    public async Task Two_records_of_one_key_in_a_request_are_resolved_before_anything_is_stored()
    {
        var rejected = await RejectedAsync(
            Reading(value: "1", version: 1), Reading(value: "2", version: 2), Reading(value: "3", version: 2));

        Assert.Equal(2, rejected.RecordIndex);
        Assert.Equal(2, rejected.ExistingVersion);
        Assert.Equal("2.0", await ValueAsync($"SELECT measure_value::double FROM {FullName}"));
    }

    [Fact]
    public async Task Good_records_are_stored_though_others_are_rejected()
    {
        var rejected = await RejectedAsync(
            Reading("a"), Reading("b", time: Now - TimeSpan.FromHours(25)), Reading("c"));

        Assert.Equal(1, rejected.RecordIndex);
        Assert.Null(rejected.ExistingVersion);
        Assert.Equal(
            "The record timestamp is outside the time range [2026-02-28T12:00:00.000Z, 2026-03-01T12:15:00.000Z) "
            + "of the memory store.",
            rejected.Reason);
        Assert.Equal([["a"], ["c"]], await RowsAsync($"SELECT DeviceID FROM {FullName} ORDER BY 1"));
    }

    [Fact]
    public async Task A_time_15_minutes_ahead_is_rejected_and_one_just_before_is_not()
    {
        await WriteAsync(Reading(time: Now + TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1)));

        var rejected = await RejectedAsync(Reading(time: Now + TimeSpan.FromMinutes(15)));

        Assert.Contains("outside the time range", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_series_with_its_dimensions_in_another_order_is_the_same_row()
    {
        var first = Reading();
        first.Dimensions.Add(new Dimension { Name = "site", Value = "north" });
        var second = Reading(value: "2");
        second.Dimensions.Insert(0, new Dimension { Name = "site", Value = "north" });
        await WriteAsync(first);

        Assert.Equal(1, (await RejectedAsync(second)).ExistingVersion);
    }

    [Fact]
    public async Task A_table_that_does_not_exist_is_reported()
    {
        var request = new WriteRecordsRequest { DatabaseName = Database, TableName = "absent", Records = [Reading()] };

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => Writer.WriteRecordsAsync(request, Cancellation));

        Assert.Contains("absent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_100_records_are_refused()
    {
        var records = Enumerable.Range(0, 101).Select(number => Reading($"device-{number}"));

        var error = await Assert.ThrowsAsync<ValidationException>(() => WriteAsync(records));

        Assert.Contains("'records' failed to satisfy constraint", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Record> InvalidRecords => new()
    {
        { "At least one dimension is required for a record.", Changed(record => record.Dimensions = []) },
        { "Invalid time for record.", Changed(record => record.Time = "yesterday") },
        { "Invalid time for record.", Changed(record => record.Time = "-1") },
        { "Invalid time for record.", Changed(record => record.Time = "9223372036855") },
        { "Invalid time for record.", Changed(record => record.Time = null) },
        { "not valid for the type DOUBLE", Changed(record => record.MeasureValue = "warm") },
        { "not valid for the type DOUBLE", Changed(record => record.MeasureValue = "NaN") },
        { "not valid for the type DOUBLE", Changed(record => record.MeasureValue = "Infinity") },
        { "not valid for the type DOUBLE", Changed(record => record.MeasureValue = "1e999") },
        { "TIMESTAMP is an invalid measure value type", Changed(record => record.MeasureValueType = "TIMESTAMP") },
        { "records.1.member.measureValueType", Changed(record => record.MeasureValueType = "DECIMAL") },
        { "records.1.member.timeUnit", Changed(record => record.TimeUnit = "DAYS") },
        { "records.1.member.version", Changed(record => record.Version = 0) },
        { "records.1.member.measureValue'", Changed(record => record.MeasureValue = new string('x', 2049)) },
        { "'ts_x' is invalid", Changed(record => record.MeasureName = "ts_x") },
        { "'a:b' is invalid", Changed(record => record.MeasureName = "a:b") },
        { "'time' is invalid", Changed(record => record.Dimensions[0].Name = "time") },
        { "longer than 60 bytes", Changed(record => record.Dimensions[0].Name = new string('d', 61)) },
        { "measure value is required", Changed(record => record.MeasureValue = null) },
        { "MeasureValues are required", Changed(record => (record.MeasureValueType, record.MeasureValue) = ("MULTI", null)) },
    };

    [Theory]
    [MemberData(nameof(InvalidRecords), DisableDiscoveryEnumeration = true)]
    public async Task An_invalid_record_is_refused_by_name_and_nothing_is_stored(string message, Record record)
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => WriteAsync(record, Reading("good")));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal("0", await ValueAsync($"SELECT count(*) FROM {FullName}"));
    }

    [Fact]
    public async Task Concurrent_requests_are_all_stored_once()
    {
        var requests = Enumerable.Range(0, 40).Select(request => WriteAsync(
            Enumerable.Range(0, 50).Select(number => Reading($"device-{request % 8}", time: Now.AddMilliseconds(-number - (50 * request))))));

        await Task.WhenAll(requests);

        Assert.Equal((string?[])["2000", "8"], Assert.Single(await RowsAsync(
            $"SELECT count(*), count(distinct DeviceID) FROM {FullName}")));
    }

    private static Record Changed(Action<Record> change)
    {
        var record = Reading();
        change(record);
        return record;
    }

    private async Task<RejectedRecord> RejectedAsync(params Record[] records)
    {
        var error = await Assert.ThrowsAsync<RejectedRecordsException>(() => WriteAsync(records));
        Assert.Equal("One or more records have been rejected. See RejectedRecords for details.", error.Message);
        return Assert.Single(error.RejectedRecords);
    }
}
