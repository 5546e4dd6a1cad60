using System.Collections.Immutable;
using System.Globalization;
using TelemetryAspire.Benchmarks.Load;
using TelemetryAspire.Benchmarks.Reports;
using TelemetryAspire.Benchmarks.Servers;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.Benchmarks.Start;

/// <summary>Measures a start, the first calls after it and memory with a large Timestream table.</summary>
internal sealed class TableStartCommand(BenchmarkOptions options, TextWriter output)
{
    private const string Table = "benchmark";
    private const int RecordsPerRequest = 100;
    private const int RequestsInFlight = 500;
    private const long NanosPerMillisecond = 1_000_000;

    private static readonly string[] Measures = ["temperature", "humidity", "voltage", "watt"];

    private readonly long _startNanos =
        TimeProvider.System.GetUtcNow().AddHours(-5).ToUnixTimeMilliseconds() * NanosPerMillisecond;

    public async Task RunAsync()
    {
        var data = Directory.CreateDirectory(Path.Combine(options.Directory, $"localaws-{Guid.NewGuid():n}"));
        try
        {
            await FillAsync(Path.Combine(data.FullName, "timestream"));
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

    /// <summary>Writes the rows with the store's own code.</summary>
    private async Task FillAsync(string directory)
    {
        var start = TimeProvider.System.GetTimestamp();
        await using var store = TimestreamStore.Open(directory);
        await store.ChangeCatalogAsync(Create, CancellationToken.None);
        var series = Enumerable.Range(0, options.Series)
            .Select(number => SeriesKey.Create([new DimensionValue("DeviceID", WriteRecordsBody.Device(0xffff, number))]))
            .ToImmutableArray();
        var name = new TableName(Table, Table);
        var requests = Enumerable.Range(0, options.Rows / RecordsPerRequest)
            .Select(request => Records(series, request * (long)RecordsPerRequest));
        foreach (var chunk in requests.Chunk(RequestsInFlight))
        {
            await Task.WhenAll(chunk.Select(records => store.WriteAsync(name, records, CancellationToken.None)));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Rows:n0} rows of {options.Series:n0} series written in process in {Since(start):f0} s."));
    }

    private static int Create(CatalogTransaction transaction)
    {
        var now = TimeProvider.System.GetUtcNow();
        transaction.Save(new DatabaseEntry(Table, "none", now, now));
        transaction.Create(new TableEntry
        {
            Id = 0,
            DatabaseName = Table,
            TableName = Table,
            MemoryHours = 24,
            MagneticDays = 100,
            MagneticWrites = false,
            CreationTime = now,
            LastUpdatedTime = now,
        });
        return 0;
    }

    private List<IncomingRecord> Records(ImmutableArray<SeriesKey> series, long first) =>
        [.. Enumerable.Range(0, RecordsPerRequest).Select(index =>
        {
            var number = first + index;
            var round = Math.DivRem(number, series.Length * Measures.Length, out var place);
            return new IncomingRecord
            {
                Index = index,
                Series = series[(int)(place / Measures.Length)],
                MeasureName = Measures[place % Measures.Length],
                Type = MeasureType.Double,
                TimeNanos = _startNanos + (round * NanosPerMillisecond),
                Version = 1,
                Values = [new NamedValue("", ScalarValue.OfDouble(number % 1000 / 7.0))],
            };
        })];

    private async Task TimeAsync(AwsHttp http, ServerProcess server, string what, string operation, string json)
    {
        var start = TimeProvider.System.GetTimestamp();
        await http.CallAsync("Timestream_20181101." + operation, json, CancellationToken.None);
        await SayAsync($"{Since(start):f2} s for the {what}", server);
    }

    private Task SayAsync(FormattableString what, ServerProcess server) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{what.ToString(CultureInfo.InvariantCulture)}, {server.Mebibytes:f0} MiB resident."));
}
