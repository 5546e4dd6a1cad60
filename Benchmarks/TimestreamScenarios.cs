using TelemetryAspire.Benchmarks.Load;
using TelemetryAspire.Benchmarks.Reports;
using TelemetryAspire.Benchmarks.Servers;

namespace TelemetryAspire.Benchmarks;

/// <summary>WriteRecords as devices send, and as they should not: overwriting and repeating what is stored.</summary>
internal sealed class TimestreamScenarios(BenchmarkOptions options, MarkdownReport report)
{
    private const string Database = "benchmark";
    private const string Table = "benchmark";
    private const long NanosPerMillisecond = 1_000_000;

    /// <summary>How many times of each device the table has before it is overwritten.</summary>
    private const long FilledCalls = 1_500;

    /// <summary>How many times of each device the overwrites and repeats go round.</summary>
    private const long RoundLength = 600;

    /// <summary>The versions of later rounds stay above those of earlier ones, and have as many digits.</summary>
    private const long FirstVersion = 1_000_000_000_000_000_000;

    private readonly long _start = TimeProvider.System.GetUtcNow().AddHours(-2).ToUnixTimeMilliseconds() * NanosPerMillisecond;

    /// <summary>Measures new rows only.</summary>
    public async Task WriteAsync(ServerProcess server)
    {
        using var http = new AwsHttp(server.Url);
        await CreateTableAsync(http);
        await MeasureAsync(server, http, "WriteRecords", New);
    }

    /// <summary>Measures new rows in a table that is there.</summary>
    public Task WriteBesideAsync(ServerProcess server, AwsHttp http, string scenario) =>
        MeasureAsync(server, http, scenario, New);

    /// <summary>Measures overwrites and repeats in a table that has many more rows.</summary>
    public async Task RewriteAsync(ServerProcess server)
    {
        using var http = new AwsHttp(server.Url);
        await CreateTableAsync(http);
        var load = new WriteRecordsLoad(http, Database, Table, options.Connections, New);
        await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(caller => FillAsync(load, caller)));
        await MeasureAsync(server, http, "WriteRecords, all overwrite", Overwrite);
        await MeasureAsync(server, http, "WriteRecords, all repeat", Repeat);
    }

    /// <summary>Ever later, one millisecond after the other.</summary>
    private WriteMoment New(long call) => new(_start + (call * NanosPerMillisecond), FirstVersion);

    /// <summary>The oldest rows of the table, an hour or two old, with ever higher versions.</summary>
    private WriteMoment Overwrite(long call) =>
        new(_start + (call % RoundLength * NanosPerMillisecond), FirstVersion + 1 + (call / RoundLength));

    /// <summary>Rows of a time before all others, with the same version and value once and again.</summary>
    private WriteMoment Repeat(long call) =>
        new(_start - ((1 + (call % RoundLength)) * NanosPerMillisecond), FirstVersion);

    private static async Task FillAsync(WriteRecordsLoad load, int caller)
    {
        for (long call = 0; call < FilledCalls; call++)
        {
            await load.CallAsync(caller, CancellationToken.None);
        }
    }

    private static async Task CreateTableAsync(AwsHttp http)
    {
        await http.CallAsync(
            "Timestream_20181101.CreateDatabase", $$"""{"DatabaseName":"{{Database}}"}""", CancellationToken.None);
        await http.CallAsync(
            "Timestream_20181101.CreateTable",
            $$"""{"DatabaseName":"{{Database}}","TableName":"{{Table}}"}""",
            CancellationToken.None);
    }

    private async Task MeasureAsync(
        ServerProcess server, AwsHttp http, string scenario, Func<long, WriteMoment> moment)
    {
        var load = new WriteRecordsLoad(http, Database, Table, options.Connections, moment);
        report.Add(await new Callers(server, load, options).MeasureAsync(scenario));
    }
}
