using System.Globalization;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>The six queries of the reference dashboard, against values computed here from the same readings.</summary>
public sealed class DashboardTests : TimestreamTest
{
    private static readonly string[] Measures =
        ["temperature_measure", "humidity_measure", "voltage_measure", "watt_measure"];

    private static readonly string[] Devices = ["device-a", "device-b", "device-c"];

    private readonly List<(string Device, string Measure, DateTimeOffset Time, double Value)> _readings = [];

    private static string TimeFilter =>
        $"time BETWEEN from_milliseconds({Millis(Now.AddMinutes(-5))}) AND from_milliseconds({Millis(Now)})";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateTableAsync();
        var random = new Random(20260301);
        for (var step = 0; step < 60; step++)
        {
            foreach (var device in Devices)
            {
                foreach (var measure in Measures)
                {
                    _readings.Add((device, measure, Now.AddSeconds(-10 * step), Math.Round(random.NextDouble() * 100, 3)));
                }
            }
        }

        foreach (var batch in _readings.Chunk(100))
        {
            await WriteAsync(batch.Select(reading => Reading(
                reading.Device, reading.Measure, reading.Value.ToString(CultureInfo.InvariantCulture), reading.Time)));
        }
    }

    [Fact]
    public async Task Variables_list_devices_and_measures()
    {
        Assert.Equal(Devices, (await ColumnAsync($"SELECT distinct DeviceID FROM {FullName}")).Order());
        Assert.Equal(Measures.Order(), (await ColumnAsync($"SELECT distinct measure_name FROM {FullName}")).Order());
    }

    [Fact]
    public async Task Gauge_single_device_measure()
    {
        var rows = await RowsAsync(
            $"""
            SELECT DeviceID, BIN(time, 60000ms) AS time_bin, ROUND(AVG(measure_value::double),2) AS avg_value,
              ROUND(APPROX_PERCENTILE(measure_value::double,0.9),2) AS p90_value,
              ROUND(APPROX_PERCENTILE(measure_value::double,0.95),2) AS p95_value,
              ROUND(APPROX_PERCENTILE(measure_value::double,0.99),2) AS p99_value
            FROM {FullName} WHERE {TimeFilter} AND measure_name='watt_measure' AND DeviceID='device-b'
            GROUP BY DeviceID, BIN(time,60000ms) ORDER BY p99_value DESC
            """);

        var expected = Recent()
            .Where(reading => reading is { Measure: "watt_measure", Device: "device-b" })
            .GroupBy(reading => Minute(reading.Time))
            .Select(bin => (Bin: bin.Key, Values: bin.Select(reading => reading.Value).Order().ToArray()))
            .Select(bin => (string[])
            [
                "device-b",
                bin.Bin,
                Number(Math.Round(bin.Values.Average(), 2, MidpointRounding.AwayFromZero)),
                .. ((double[])[0.9, 0.95, 0.99]).Select(share => Number(Math.Round(
                    Percentile(bin.Values, share), 2, MidpointRounding.AwayFromZero))),
            ])
            .ToList();
        Assert.Equal(6, rows.Count);
        Assert.Equal(expected.OrderBy(row => row[1]), rows.OrderBy(row => row[1]));
        var p99 = rows.Select(row => double.Parse(row[5]!, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(p99.OrderDescending(), p99);
    }

    [Fact]
    public async Task Stat_counts_of_measurements()
    {
        var rows = await RowsAsync(
            $"""
            SELECT CASE WHEN measure_name='voltage_measure' THEN count_value ELSE NULL END AS voltage,
              CASE WHEN measure_name='watt_measure' THEN count_value ELSE NULL END AS watt,
              CASE WHEN measure_name='temperature_measure' THEN count_value ELSE NULL END AS temperature,
              CASE WHEN measure_name='humidity_measure' THEN count_value ELSE NULL END AS humidity
            FROM (SELECT measure_name, Count(*) AS count_value FROM {FullName} Group BY measure_name)
            """);

        Assert.Equal(4, rows.Count);
        for (var column = 0; column < 4; column++)
        {
            Assert.Equal("180", Assert.Single(rows, row => row[column] is not null)[column]);
        }
    }

    [Fact]
    public async Task Bar_gauge_measure()
    {
        var response = await QueryAsync(
            $"SELECT measure_value::double as watt_measure FROM {FullName} where measure_name='watt_measure' AND {TimeFilter}");

        Assert.Equal("watt_measure", Assert.Single(response.ColumnInfo).Name);
        Assert.Equal("DOUBLE", response.ColumnInfo[0].Type.ScalarType.Value);
        Assert.Equal(
            Recent().Where(reading => reading.Measure == "watt_measure").Select(reading => Number(reading.Value)).Order(),
            response.Rows.Select(row => row.Data[0].ScalarValue).Order());
    }

    [Fact]
    public async Task Heat_map_of_all_devices()
    {
        var rows = await RowsAsync(
            $"select * from {FullName} WHERE {TimeFilter} AND measure_name='humidity_measure'");

        Assert.Equal(
            Recent().Where(reading => reading.Measure == "humidity_measure")
                .Select(reading => (reading.Device, reading.Measure, TimeText(reading.Time), Number(reading.Value)))
                .Order(),
            rows.Select(row => (row[0]!, row[1]!, row[2]!, row[3]!)).Order());
    }

    [Fact]
    public async Task Graph_of_a_single_device()
    {
        var rows = await RowsAsync(
            $"""
            SELECT time, measure_value::double as temperature_measure FROM {FullName}
            WHERE measure_name='temperature_measure' AND DeviceID='device-c' AND {TimeFilter} order by time DESC
            """);

        Assert.Equal(
            Recent().Where(reading => reading is { Measure: "temperature_measure", Device: "device-c" })
                .OrderByDescending(reading => reading.Time)
                .Select(reading => (string[])[TimeText(reading.Time), Number(reading.Value)]),
            rows);
    }

    [Fact]
    public async Task Graph_of_all_devices()
    {
        var response = await QueryAsync(
            $"""
            SELECT DeviceID, CREATE_TIME_SERIES(time, measure_value::double) FROM {FullName}
            WHERE measure_name='voltage_measure' AND {TimeFilter} group by DeviceID
            """);

        Assert.Equal("DOUBLE", response.ColumnInfo[1].Type.TimeSeriesMeasureValueColumnInfo.Type.ScalarType.Value);
        Assert.Equal("_col1", response.ColumnInfo[1].Name);
        Assert.Equal(Devices, response.Rows.Select(row => row.Data[0].ScalarValue).Order());
        foreach (var row in response.Rows)
        {
            Assert.Equal(
                Recent().Where(reading => reading.Measure == "voltage_measure" && reading.Device == row.Data[0].ScalarValue)
                    .OrderBy(reading => reading.Time)
                    .Select(reading => (TimeText(reading.Time), Number(reading.Value))),
                row.Data[1].TimeSeriesValue.Select(point => (point.Time, point.Value.ScalarValue)));
        }
    }

    private async Task<List<string?>> ColumnAsync(string sql) => [.. (await RowsAsync(sql)).Select(row => row[0])];

    private IEnumerable<(string Device, string Measure, DateTimeOffset Time, double Value)> Recent() =>
        _readings.Where(reading => reading.Time >= Now.AddMinutes(-5) && reading.Time <= Now);

    private static string Minute(DateTimeOffset time) => TimeText(time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute)));

    private static string TimeText(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture) + "00";

    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    /// <summary>The smallest value that at least this share of the values does not exceed.</summary>
    private static double Percentile(double[] sorted, double share) =>
        sorted[Math.Max((int)Math.Ceiling(share * sorted.Length) - 1, 0)];
}
