using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Kinesis.Model;
using TelemetryAspire.EndToEnd.Tests.Pipelines;
using TelemetryAspire.LocalAws.Tests;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.EndToEnd.Tests;

/// <summary>The six panels of AWS's sample dashboard for this pipeline, asked as Grafana's plugin asks them.</summary>
public sealed class DashboardTests(DashboardTests.ProducedReadings produced)
    : IClassFixture<DashboardTests.ProducedReadings>
{
    private const string Device = "device-1";
    private const string Measure = "temperature_measure";
    private const int Devices = 3;
    private const int ReadingsPerDevice = 100;

    /// <summary>A whole minute, ten minutes ago.</summary>
    private static readonly long Start =
        (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 60_000 * 60_000) - 600_000;

    private static readonly string TimeFilter =
        $"time BETWEEN from_milliseconds({Start}) AND from_milliseconds({Start + 600_000})";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TimestreamTable Table => produced.Pipeline.Table;

    [Fact]
    public async Task The_AWS_CLI_returns_the_rows()
    {
        using var answer = JsonDocument.Parse(await ForeignClient.AwsAsync(
            new Uri(produced.Pipeline.Endpoint),
            "timestream-query", "query", "--query-string", $"SELECT COUNT(*) FROM {TimestreamTable.Name}"));

        var datum = answer.RootElement.GetProperty("Rows")[0].GetProperty("Data")[0];
        Assert.Equal("600", datum.GetProperty("ScalarValue").GetString());
    }

    [Fact]
    public async Task The_gauge_shows_average_and_percentiles_of_one_device()
    {
        var rows = await Table.QueryAsync(
            $"""
            SELECT DeviceID, BIN(time, 60000ms) AS time_bin, ROUND(AVG(measure_value::double), 2) AS avg_value,
              ROUND(APPROX_PERCENTILE(measure_value::double, 0.9), 2) AS p90_value,
              ROUND(APPROX_PERCENTILE(measure_value::double, 0.95), 2) AS p95_value,
              ROUND(APPROX_PERCENTILE(measure_value::double, 0.99), 2) AS p99_value
            FROM {TimestreamTable.Name} WHERE {TimeFilter} AND measure_name='{Measure}' AND DeviceID='{Device}'
            GROUP BY DeviceID, BIN(time, 60000ms) ORDER BY p99_value DESC
            """,
            Token);

        var minutes = Enumerable.Range(0, ReadingsPerDevice)
            .GroupBy(index => (Time(index) - Start) / 60_000, index => Temperature(1, index)).ToList();
        Assert.Equal(minutes.Count, rows.Count);
        Assert.Equal(rows.Select(row => Number(row[5])).OrderDescending(), rows.Select(row => Number(row[5])));
        foreach (var minute in minutes)
        {
            var bin = DateTimeOffset.FromUnixTimeMilliseconds(Start + (minute.Key * 60_000));
            var row = Assert.Single(rows, row => row[1] == Timestamp(bin));
            Assert.Equal(Device, row[0]);
            Assert.Equal(minute.Average(), Number(row[2]), 0.01);
            Assert.All(row.Skip(3), percentile => Assert.InRange(Number(percentile), minute.Min(), minute.Max()));
        }
    }

    [Fact]
    public async Task The_stat_counts_readings_by_measure()
    {
        var rows = await Table.QueryAsync(
            $"""
            SELECT CASE WHEN measure_name='voltage_measure' THEN count_value ELSE NULL END AS voltage,
              CASE WHEN measure_name='{Measure}' THEN count_value ELSE NULL END AS temperature
            FROM (SELECT measure_name, Count(*) AS count_value FROM {TimestreamTable.Name} Group BY measure_name)
            """,
            Token);

        Assert.Equal(
            ["300|", "|300"],
            rows.Select(row => $"{row[0]}|{row[1]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_bar_gauge_lists_values()
    {
        var rows = await Table.QueryAsync(
            $"""
            SELECT measure_value::double as {Measure} FROM {TimestreamTable.Name}
            where measure_name='{Measure}' AND {TimeFilter}
            """,
            Token);

        Assert.Equal(AllTemperatures().Order(), rows.Select(row => Number(row[0])).Order());
    }

    [Fact]
    public async Task The_heatmap_has_every_row()
    {
        var rows = await Table.QueryAsync(
            $"select * from {TimestreamTable.Name} WHERE {TimeFilter} AND measure_name='{Measure}'", Token);

        Assert.Equal(Devices * ReadingsPerDevice, rows.Count);
        Assert.All(rows, row => Assert.Equal(Measure, row[1]));
    }

    [Fact]
    public async Task The_graph_of_one_device_is_ordered_by_time()
    {
        var rows = await Table.QueryAsync(
            $"""
            SELECT time, measure_value::double as {Measure} FROM {TimestreamTable.Name}
            WHERE measure_name='{Measure}' AND DeviceID='{Device}' AND {TimeFilter} order by time DESC
            """,
            Token);

        Assert.Equal(
            Enumerable.Range(0, ReadingsPerDevice).Reverse().Select(index =>
                (Timestamp(DateTimeOffset.FromUnixTimeMilliseconds(Time(index))), Temperature(1, index))),
            rows.Select(row => (row[0]!, Number(row[1]))));
    }

    [Fact]
    public async Task The_graph_of_all_devices_is_one_series_each()
    {
        var series = await Table.SeriesAsync(
            $"""
            SELECT DeviceID, CREATE_TIME_SERIES(time, measure_value::double) FROM {TimestreamTable.Name}
            WHERE {TimeFilter} AND measure_name='{Measure}' group by DeviceID
            """,
            Token);

        Assert.Equal(Devices, series.Count);
        for (var device = 0; device < Devices; device++)
        {
            Assert.Equal(
                Enumerable.Range(0, ReadingsPerDevice).Select(index =>
                    (Timestamp(DateTimeOffset.FromUnixTimeMilliseconds(Time(index))), Temperature(device, index))),
                series[$"device-{device}"].Select(point => (point.Time, Number(point.Value))));
        }
    }

    /// <summary>A pipeline whose table has the rows of known readings.</summary>
    public sealed class ProducedReadings : IAsyncLifetime
    {
        internal RunningPipeline Pipeline { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Pipeline = await RunningPipeline.StartAsync(["--Simulator:Devices=0"], Token);
            for (var device = 0; device < Devices; device++)
            {
                await Pipeline.Kinesis.PutRecordsAsync(
                    new PutRecordsRequest
                    {
                        StreamName = RunningPipeline.Stream,
                        Records = [.. Enumerable.Range(0, ReadingsPerDevice).Select(index => Entry(device, index))],
                    },
                    Token);
            }

            await Eventually.UntilAsync(
                async () => await Pipeline.Table.CountAsync(Token) >= Devices * ReadingsPerDevice * 2,
                RunningPipeline.Patience);
        }

        public ValueTask DisposeAsync() => Pipeline.DisposeAsync();
    }

    private static PutRecordsRequestEntry Entry(int device, int index)
    {
        var reading = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"Time":{{Time(index)}},"DeviceID":"device-{{device}}",
             "{{Measure}}":{{Temperature(device, index)}},"voltage_measure":{{30 + index}}}
            """);
        return new PutRecordsRequestEntry
        {
            PartitionKey = $"device-{device}",
            Data = new MemoryStream(Encoding.UTF8.GetBytes(reading)),
        };
    }

    private static IEnumerable<double> AllTemperatures() =>
        from device in Enumerable.Range(0, Devices)
        from index in Enumerable.Range(0, ReadingsPerDevice)
        select Temperature(device, index);

    private static long Time(int index) => Start + (index * 4_500L);

    private static double Temperature(int device, int index) => 10 + device + (index * 37 % 100 / 100.0);

    private static string Timestamp(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd HH:mm:ss.fff000000", CultureInfo.InvariantCulture);

    private static double Number(string? text) => double.Parse(text!, CultureInfo.InvariantCulture);
}
