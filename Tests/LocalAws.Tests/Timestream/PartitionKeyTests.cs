using Amazon.TimestreamWrite.Model;
using AwsException = TelemetryAspire.LocalAws.Protocol.AwsException;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

public sealed class PartitionKeyTests : TimestreamTest
{
    private const string Required = """{"Type":"DIMENSION","Name":"DeviceID","EnforcementInRecord":"REQUIRED"}""";
    private const string Optional = """{"Type":"DIMENSION","Name":"DeviceID","EnforcementInRecord":"OPTIONAL"}""";

    [Fact]
    public async Task A_table_without_a_schema_is_partitioned_by_measure()
    {
        await CreateTableAsync();

        Assert.Equal("""[{"Type":"MEASURE"}]""", await KeyAsync());
    }

    [Fact]
    public async Task A_partition_key_is_kept_over_a_restart()
    {
        await CreateAsync(Required);

        await RestartAsync();

        Assert.Equal($"[{Required}]", await KeyAsync());
    }

    [Fact]
    public async Task A_record_without_a_required_key_is_rejected_and_the_others_are_stored()
    {
        await CreateAsync(Required);
        var without = Reading();
        without.Dimensions[0].Name = "Other";

        var error = await Assert.ThrowsAsync<RejectedRecordsException>(() => WriteAsync(Reading("a"), without));

        var rejected = Assert.Single(error.RejectedRecords);
        Assert.Equal(1, rejected.RecordIndex);
        Assert.Contains("'DeviceID'", rejected.Reason, StringComparison.Ordinal);
        Assert.Equal("a", await ValueAsync($"SELECT DeviceID FROM {FullName}"));
    }

    [Fact]
    public async Task Only_the_enforcement_of_a_key_can_be_changed()
    {
        await CreateAsync(Required);

        await UpdateAsync(Optional);
        var error = await Assert.ThrowsAnyAsync<AwsException>(() => UpdateAsync("""{"Type":"MEASURE"}"""));

        Assert.Equal("ValidationException", error.Code);
        Assert.Equal($"[{Optional}]", await KeyAsync());
        var without = Reading();
        without.Dimensions[0].Name = "Other";
        await WriteAsync(without);
    }

    [Theory]
    [InlineData(Required + "," + Optional, "too many partition keys")]
    [InlineData("""{"Type":"DIMENSION","Name":"DeviceID"}""", "must have a Name and an EnforcementInRecord")]
    [InlineData("""{"Type":"MEASURE","Name":"DeviceID"}""", "neither a Name nor an EnforcementInRecord")]
    [InlineData("""{"Type":"COLUMN"}""", "'schema.compositePartitionKey.1.member.type'")]
    [InlineData("", "'schema.compositePartitionKey'")]
    [InlineData("""{"Type":"DIMENSION","Name":"ts_x","EnforcementInRecord":"OPTIONAL"}""", "'ts_x' is invalid")]
    public async Task A_key_that_breaks_a_rule_is_refused_by_name(string keys, string message)
    {
        var error = await Assert.ThrowsAnyAsync<AwsException>(() => CreateAsync(keys));

        Assert.Equal("ValidationException", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private async Task CreateAsync(string keys)
    {
        await CallAsync("CreateDatabase", """{"DatabaseName":"TimestreamDB"}""");
        await CallAsync("CreateTable", Request(keys));
    }

    private async Task UpdateAsync(string keys) => await CallAsync("UpdateTable", Request(keys));

    private static string Request(string keys) =>
        $$$"""
        {"DatabaseName":"TimestreamDB","TableName":"TimestreamTable","Schema":{"CompositePartitionKey":[{{{keys}}}]}}
        """;

    private async Task<string> KeyAsync()
    {
        var answer = await CallAsync("DescribeTable", """{"DatabaseName":"TimestreamDB","TableName":"TimestreamTable"}""");
        return answer.GetProperty("Table").GetProperty("Schema").GetProperty("CompositePartitionKey").GetRawText();
    }
}
