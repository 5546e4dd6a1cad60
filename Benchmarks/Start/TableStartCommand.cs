using System.Globalization;
using TelemetryAspire.Benchmarks.Load;
using TelemetryAspire.Benchmarks.Queries;
using TelemetryAspire.Benchmarks.Reports;
using TelemetryAspire.Benchmarks.Servers;

namespace TelemetryAspire.Benchmarks.Start;

/// <summary>Measures a start, the first calls after it and memory with a large Timestream table.</summary>
internal sealed class TableStartCommand(BenchmarkOptions options, TextWriter output)
{
    private const string Table = FilledTable.Name;

    /// <summary>The devices of the table are none of those that are written later.</summary>
    private const int FirstGroup = 0x1000;

    public async Task RunAsync()
    {
        var data = Directory.CreateDirectory(Path.Combine(options.Directory, $"localaws-{Guid.NewGuid():n}"));
        try
        {
            await FillAsync(data);
            await using (var server = await StartAsync(data))
            {
                using var http = new AwsHttp(server.Url);
                await AskAsync(server, http);
                var report = new MarkdownReport(output);
                report.Begin(options);
                await new TimestreamScenarios(options, report).WriteBesideAsync(server, http, "WriteRecords into it");
            }

            // Killed under load, with a write-ahead log to be replayed.
            await output.WriteLineAsync("After kill -9:");
            await using var next = await StartAsync(data);
            using var nextHttp = new AwsHttp(next.Url);
            await AskAsync(next, nextHttp);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private async Task FillAsync(DirectoryInfo data)
    {
        var start = TimeProvider.System.GetTimestamp();
        await new FilledTable(data.FullName, options.Series, TimeSpan.FromMilliseconds(1), FirstGroup)
            .FillAsync(options.Rows, TimeProvider.System.GetUtcNow().AddHours(-3));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Rows:n0} rows of {options.Series:n0} series written in process in {Since(start):f0} s."));
    }

    private async Task<ServerProcess> StartAsync(DirectoryInfo data)
    {
        var start = TimeProvider.System.GetTimestamp();
        var server = await LocalAwsServer.StartAsync(data.FullName);
        await SayAsync($"{Since(start):f2} s until it listens", server);
        return server;
    }

    private async Task AskAsync(ServerProcess server, AwsHttp http)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await TimeAsync(http, server, "first query", "Query", $$"""
            {"QueryString":"SELECT count(*), max(time) FROM \"{{Table}}\".\"{{Table}}\""}
            """);
        await TimeAsync(http, server, "first write", "WriteRecords", $$"""
            {"DatabaseName":"{{Table}}","TableName":"{{Table}}","Records":[{"Dimensions":[{"Name":"DeviceID","Value":"x"}],
            "MeasureName":"humidity","MeasureValue":"1","Time":"{{now}}"}]}
            """);
    }

    private static double Since(long start) => TimeProvider.System.GetElapsedTime(start).TotalSeconds;

    private async Task TimeAsync(AwsHttp http, ServerProcess server, string what, string operation, string json)
    {
        var start = TimeProvider.System.GetTimestamp();
        await http.CallAsync("Timestream_20181101." + operation, json, CancellationToken.None);
        await SayAsync($"{Since(start):f2} s for the {what}", server);
    }

    private Task SayAsync(FormattableString what, ServerProcess server) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{what.ToString(CultureInfo.InvariantCulture)}, {server.Mebibytes:f0} MiB resident."));
}
