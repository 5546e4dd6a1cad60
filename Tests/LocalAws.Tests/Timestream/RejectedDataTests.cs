using System.Text.Json;
using AwsException = TelemetryAspire.LocalAws.Protocol.AwsException;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

public sealed class RejectedDataTests : TimestreamTest
{
    private static readonly DateTimeOffset Late = Now - TimeSpan.FromDays(30);

    [Fact]
    public async Task A_version_conflict_of_the_magnetic_store_is_no_rejected_record_but_a_report()
    {
        using var bucket = await CreateAsync("""{"S3Configuration":{"BucketName":"timestream-results","ObjectKeyPrefix":"late"}}""");
        await WriteAsync(Reading("a", value: "1.5", time: Late, version: 5));

        var response = await WriteAsync(Reading("a", value: "2.5", time: Late, version: 4), Reading("b", time: Late));

        Assert.Equal(2, response.RecordsIngested.MagneticStore);
        Assert.Equal("1.5", await ValueAsync($"SELECT measure_value::double FROM {FullName} WHERE DeviceID = 'a'"));
        await Eventually.UntilAsync(async () => (await bucket.KeysAsync()).Count == 1);
        var key = Assert.Single(await bucket.KeysAsync());
        Assert.StartsWith($"late/{Database}/{Table}/{Now.ToUnixTimeMilliseconds()}/", key, StringComparison.Ordinal);
        var error = Assert.Single((await bucket.JsonAsync(key)).GetProperty("errors").EnumerateArray());
        Assert.Contains("lower than the existing version 5", error.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            """
            [{"dimensions":[{"name":"DeviceID","value":"a","dimensionValueType":null}],"measureName":"temperature","measureValue":"2.5","measureValues":null,"measureValueType":"DOUBLE","time":"1769774400000000000","timeUnit":"NANOSECONDS","version":4}]
            """,
            error.GetProperty("records").GetRawText());
    }

    [Fact]
    public async Task A_report_that_waits_is_written_before_a_stop()
    {
        using var bucket = await CreateAsync("""{"S3Configuration":{"BucketName":"timestream-results"}}""");
        await WriteAsync(Reading(value: "1", time: Late));
        await WriteAsync(Reading(value: "2", time: Late));

        await RestartAsync();

        using var reopened = TestBucket.Open(LocalAws);
        Assert.StartsWith(Database, Assert.Single(await reopened.KeysAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_without_a_bucket_does_not_disturb_writes()
    {
        await CreateTableAsync();
        await UpdateAsync("""{"S3Configuration":{"BucketName":"absent"}}""");
        await WriteAsync(Reading(value: "1", time: Late));
        await WriteAsync(Reading(value: "2", time: Late));

        await WriteAsync(Reading(value: "3", time: Late, version: 2));

        Assert.Equal("3.0", await ValueAsync($"SELECT measure_value::double FROM {FullName}"));
    }

    [Fact]
    public async Task The_location_is_described_as_it_was_given()
    {
        const string Location = """{"S3Configuration":{"BucketName":"late-data","ObjectKeyPrefix":"a/b","EncryptionOption":"SSE_S3"}}""";
        using var bucket = await CreateAsync(Location);

        await RestartAsync();

        var table = await CallAsync("DescribeTable", $$"""{"DatabaseName":"{{Database}}","TableName":"{{Table}}"}""");
        Assert.Equal(
            Location,
            Properties(table.GetProperty("Table")).GetProperty("MagneticStoreRejectedDataLocation").GetRawText());
    }

    [Theory]
    [InlineData("""{"S3Configuration":{}}""", "bucketName")]
    [InlineData("""{"S3Configuration":{"BucketName":"No"}}""", "bucketName")]
    [InlineData("""{"S3Configuration":{"BucketName":"late","ObjectKeyPrefix":"/x"}}""", "objectKeyPrefix")]
    [InlineData("""{"S3Configuration":{"BucketName":"late","EncryptionOption":"NONE"}}""", "encryptionOption")]
    public async Task A_location_that_breaks_a_rule_is_refused_by_name(string location, string member)
    {
        await CreateTableAsync();

        var error = await Assert.ThrowsAnyAsync<AwsException>(() => UpdateAsync(location));

        Assert.Contains(
            $"'magneticStoreWriteProperties.magneticStoreRejectedDataLocation.s3Configuration.{member}'",
            error.Message,
            StringComparison.Ordinal);
    }

    private static JsonElement Properties(JsonElement table) => table.GetProperty("MagneticStoreWriteProperties");

    private async Task<TestBucket> CreateAsync(string location)
    {
        await CreateTableAsync();
        await UpdateAsync(location);
        return await TestBucket.CreateAsync(LocalAws);
    }

    private async Task UpdateAsync(string location) => await CallAsync("UpdateTable", $$$"""
        {"DatabaseName":"{{{Database}}}","TableName":"{{{Table}}}","MagneticStoreWriteProperties":
        {"EnableMagneticStoreWrites":true,"MagneticStoreRejectedDataLocation":{{{location}}}}}
        """);
}
