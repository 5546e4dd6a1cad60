using System.Globalization;

namespace TelemetryAspire.Benchmarks.Queries;

/// <summary>A query to measure: what it is called in the report, and its text.</summary>
internal sealed record NamedQuery(string Name, string Sql);

/// <summary>The six queries of the reference dashboard as Grafana sends them, and the latest rows of a device.</summary>
/// <param name="table">Database and table, quoted.</param>
/// <param name="device">The device chosen on the dashboard.</param>
/// <param name="last">The end of its range of five minutes.</param>
internal sealed class DashboardQueries(string table, string device, DateTimeOffset last)
{
    private const string Measure = "temperature_measure";

    /// <summary>The interval that Grafana chooses for five minutes on a panel of some hundred pixels.</summary>
    private const string Interval = "1000ms";

    /// <summary>The dashboard's range and choice of a measure.</summary>
    private string Filter => string.Create(
        CultureInfo.InvariantCulture,
        $"time BETWEEN from_milliseconds({last.AddMinutes(-5).ToUnixTimeMilliseconds()}) "
        + $"AND from_milliseconds({last.ToUnixTimeMilliseconds()}) AND measure_name='{Measure}'");

    public IReadOnlyList<NamedQuery> All =>
    [
        new("gauge: one device and measure", Gauge(Filter)),
        new("stat: rows of each measure", Counts),
        new("bar gauge: one measure", $"SELECT measure_value::double as {Measure} FROM {table} where {Filter}"),
        new("heat map: all columns of one measure", $"select * from {table} WHERE {Filter}"),
        new("graph: one device and measure",
            $"SELECT time, measure_value::double as {Measure} FROM {table} "
            + $"where {Filter} AND DeviceID='{device}' order by time DESC"),
        new("graph: time series of all devices",
            $"SELECT DeviceID, CREATE_TIME_SERIES(time, measure_value::double) FROM {table} where {Filter} group by DeviceID"),
        new("variable: devices", $"SELECT distinct DeviceID FROM {table}"),
        new("variable: measures", $"SELECT distinct measure_name FROM {table}"),
        new("latest 10 rows of a device", Latest("*", 10)),
        new("latest 1000 rows of a device", Latest("*", 1000)),
        new("gauge over the whole table", Gauge($"measure_name='{Measure}'")),
    ];

    private string Counts =>
        $"""
        SELECT CASE WHEN measure_name='voltage_measure' THEN count_value ELSE NULL END AS voltage,
        CASE WHEN measure_name='watt_measure' THEN count_value ELSE NULL END AS watt,
        CASE WHEN measure_name='temperature_measure' THEN count_value ELSE NULL END AS temperature,
        CASE WHEN measure_name='humidity_measure' THEN count_value ELSE NULL END AS humidity
        FROM (SELECT measure_name, Count(*) AS count_value FROM {table} Group BY measure_name)
        """;

    private string Gauge(string filter) =>
        $"""
        SELECT DeviceID, BIN(time, {Interval}) AS time_bin, ROUND(AVG(measure_value::double),2) AS avg_value,
        ROUND(APPROX_PERCENTILE(measure_value::double,0.9),2) AS p90_value,
        ROUND(APPROX_PERCENTILE(measure_value::double,0.95),2) AS p95_value,
        ROUND(APPROX_PERCENTILE(measure_value::double,0.99),2) AS p99_value
        FROM {table} WHERE {filter} AND DeviceID='{device}'
        GROUP BY DeviceID, BIN(time,{Interval}) ORDER BY p99_value DESC
        """;

    private string Latest(string columns, int rows) => string.Create(
        CultureInfo.InvariantCulture,
        $"SELECT {columns} FROM {table} WHERE DeviceID='{device}' ORDER BY time DESC LIMIT {rows}");
}
