using System.ComponentModel;
using System.Diagnostics;
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

    private async Task<string> AwsAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "aws", ["--endpoint-url", LocalAws.Url.ToString(), "--output", "json", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_ACCESS_KEY_ID"] = "test";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "test";
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        try
        {
            using var process = Process.Start(start)!;
            var standardError = process.StandardError.ReadToEndAsync(Cancellation);
            var standardOutput = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            Assert.True(process.ExitCode == 0, await standardError);
            return standardOutput;
        }
        catch (Win32Exception)
        {
            Assert.Skip("the AWS CLI is not installed");
            throw;
        }
    }
}
