using System.Globalization;
using System.Runtime.InteropServices;
using TelemetryAspire.Benchmarks.Load;
using TelemetryAspire.Benchmarks.Servers;

namespace TelemetryAspire.Benchmarks.Queries;

/// <summary>Measures queries on a table of many rows over HTTP, while records are written into that table.</summary>
internal sealed class QueryCommand(BenchmarkOptions options, TextWriter output)
{
    private const int Devices = 50;
    private const int WarmupRuns = 5;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Between two records of a device and measure: 10 million rows are nearly 14 hours of 200 series.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    public async Task RunAsync()
    {
        var data = Directory.CreateDirectory(Path.Combine(options.Directory, $"localaws-{Guid.NewGuid():n}"));
        try
        {
            var last = await FillAsync(data);
            var start = TimeProvider.System.GetTimestamp();
            await using var server = await LocalAwsServer.StartAsync(data.FullName);
            await output.WriteLineAsync(string.Create(
                Culture, $"{Seconds(start):f2} s until LocalAws listens, {server.Mebibytes:f0} MiB resident."));
            await MeasureAsync(server, last);
            await output.WriteLineAsync(string.Create(
                Culture, $"{server.PeakMebibytes:f0} MiB resident at most; {Mebibytes(data):f0} MiB on disk."));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static double Seconds(long start) => TimeProvider.System.GetElapsedTime(start).TotalSeconds;

    private static double Mebibytes(DirectoryInfo data) =>
        data.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / (1024.0 * 1024.0);

    /// <summary>Fills a table, or takes the one of an earlier run; returns the time of its last rows.</summary>
    private async Task<DateTimeOffset> FillAsync(DirectoryInfo data)
    {
        var kept = options.Table.Length > 0 ? Directory.CreateDirectory(options.Table) : null;
        if (kept?.EnumerateFiles().Any() is true)
        {
            Copy(kept, data.CreateSubdirectory(FilledTable.Directory));
            return kept.EnumerateFiles().Min(file => file.LastWriteTimeUtc);
        }

        // The rows end a minute ago, so that no written record falls into the range that is queried.
        var last = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 60);
        var start = TimeProvider.System.GetTimestamp();
        await new FilledTable(data.FullName, Devices, Step).FillAsync(options.Rows, last);
        await output.WriteLineAsync(string.Create(
            Culture,
            $"{options.Rows:n0} rows written in process in {Seconds(start):f0} s: {Mebibytes(data):f0} MiB on disk."));
        if (kept is not null)
        {
            Copy(data.CreateSubdirectory(FilledTable.Directory), kept);
            Array.ForEach(kept.GetFiles(), file => file.LastWriteTimeUtc = last.UtcDateTime);
        }

        return last;
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }
    }

    private async Task MeasureAsync(ServerProcess server, DateTimeOffset last)
    {
        using var http = new AwsHttp(server.Url);
        var device = WriteRecordsBody.Device(0, 7);
        var queries = new DashboardQueries($"\"{FilledTable.Name}\".\"{FilledTable.Name}\"", device, last).All;
        await MeasureAsync(server, http, queries, writes: null);
        var first = TimeProvider.System.GetUtcNow();
        var writes = PacedWrites.Start(http, FilledTable.Name, Devices, options.WritesPerSecond, first);
        await MeasureAsync(server, http, queries, writes);
        await writes.StopAsync();
    }

    private async Task MeasureAsync(
        ServerProcess server, AwsHttp http, IReadOnlyList<NamedQuery> queries, PacedWrites? writes)
    {
        var measurements = queries.Select(query => new QueryMeasurement(query)).ToList();
        foreach (var measurement in measurements)
        {
            await RepeatAsync(WarmupRuns, () => measurement.WarmUpAsync(http));
        }

        var beside = new ServerLoad(server, writes);
        await Task.Delay(TimeSpan.FromSeconds(options.WarmupSeconds), TimeProvider.System);
        beside.Stop();
        await BeginAsync(writes);
        var whole = new ServerLoad(server, writes);
        foreach (var measurement in measurements)
        {
            var load = new ServerLoad(server, writes);
            await RepeatAsync(options.Runs, () => measurement.MeasureAsync(http));
            load.Stop();
            await ReportAsync(measurement, (load.ProcessorSeconds - beside.Expected(load.Records)) * 1000 / options.Runs);
        }

        whole.Stop();
        await EndAsync(server, beside, whole);
    }

    private static async Task RepeatAsync(int times, Func<Task> run)
    {
        for (var time = 0; time < times; time++)
        {
            await run();
        }
    }

    private async Task BeginAsync(PacedWrites? writes)
    {
        var load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";
        var writing = writes is null ? "no writes" : $"{options.WritesPerSecond} records/s written beside them";
        await output.WriteLineAsync();
        await output.WriteLineAsync(string.Create(
            Culture,
            $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; "
            + $"{options.Runs} runs each, {writing}; load average before: {load}"));
        await output.WriteLineAsync();
        await output.WriteLineAsync(
            "| Query | p50 ms | p99 ms | max ms | first page p50 ms | rows | pages | KiB | server's CPU ms |");
        await output.WriteLineAsync("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    }

    private Task ReportAsync(QueryMeasurement measured, double processorMilliseconds) => output.WriteLineAsync(string.Create(
        Culture,
        $"| {measured.Name} | {measured.Whole(0.5):f1} | {measured.Whole(0.99):f1} | {measured.Whole(1):f1} "
        + $"| {measured.FirstPage(0.5):f1} | {measured.Rows:n0} | {measured.Pages} | {measured.Bytes / 1024.0:n0} "
        + $"| {processorMilliseconds:f1} |"));

    private async Task EndAsync(ServerProcess server, ServerLoad beside, ServerLoad whole)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(beside.Describe("Without the queries"));
        await output.WriteLineAsync(whole.Describe("With them"));
        await output.WriteLineAsync(string.Create(Culture, $"{server.Mebibytes:f0} MiB resident."));
    }
}
