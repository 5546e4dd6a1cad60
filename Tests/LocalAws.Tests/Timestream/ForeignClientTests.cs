using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>A client nobody here wrote: the AWS CLI, where it is installed.</summary>
public sealed class ForeignClientTests : TimestreamTest
{
    [Fact]
    public async Task The_AWS_CLI_writes_and_queries()
    {
        await AwsAsync("timestream-write", "create-database", "--database-name", Database);
        await AwsAsync("timestream-write", "create-table", "--database-name", Database, "--table-name", Table);
        await AwsAsync(
            "timestream-write", "write-records", "--database-name", Database, "--table-name", Table,
            "--records",
            $"Dimensions=[{{Name=DeviceID,Value=a}}],MeasureName=temperature,MeasureValue=21.5,Time={Millis(Now)}");

        using var result = JsonDocument.Parse(await AwsAsync(
            "timestream-query", "query", "--query-string", $"SELECT * FROM {FullName}"));

        var row = result.RootElement.GetProperty("Rows").EnumerateArray().Single().GetProperty("Data");
        Assert.Equal(
            ["a", "temperature", "2026-03-01 12:00:00.000000000", "21.5"],
            row.EnumerateArray().Select(datum => datum.GetProperty("ScalarValue").GetString()));
    }

    private Task<string> AwsAsync(params string[] arguments) => ForeignClient.AwsAsync(LocalAws.Url, arguments);
}
