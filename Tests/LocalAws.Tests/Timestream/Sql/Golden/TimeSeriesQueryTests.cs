using Amazon.TimestreamWrite.Model;
using Record = Amazon.TimestreamWrite.Model.Record;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>The queries of the developer guide's pages on time series, over a table, with results computed by hand.</summary>
public sealed class TimeSeriesQueryTests : TimestreamTest
{
    private const string Source = $"""
        FROM {FullName}
        WHERE measure_name = 'cpu_utilization' AND hostname = 'host-Hovjv' AND time > ago(2h)
        """;

    /// <summary>Readings at 11:50:00, 11:50:10, 11:51:00 and 11:52:00.</summary>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateTableAsync();
        await WriteAsync(
            [Cpu(-600, "10.0"), Cpu(-590, "20.0"), Cpu(-540, "75.0"), Cpu(-480, "90.0"), Reading(measure: "memory", value: "1.0")]);
    }

    [Theory]
    [InlineData("INTERPOLATE_LINEAR", "15.0 30.0 45.0 60.0 75.0 78.75 82.5 86.25 90.0")]
    [InlineData("INTERPOLATE_LOCF", "15.0 15.0 15.0 15.0 75.0 75.0 75.0 75.0 90.0")]
    public async Task Missing_values_are_filled_every_15_seconds(string function, string expected)
    {
        var rows = await RowsAsync($"""
            WITH binned_timeseries AS (
                SELECT hostname, BIN(time, 30s) AS binned_timestamp, ROUND(AVG(measure_value::double), 2) AS avg_cpu_utilization
                {Source}
                GROUP BY hostname, BIN(time, 30s)
            ), interpolated_timeseries AS (
                SELECT hostname,
                    {function}(
                        CREATE_TIME_SERIES(binned_timestamp, avg_cpu_utilization),
                            SEQUENCE(min(binned_timestamp), max(binned_timestamp), 15s)) AS interpolated_avg_cpu_utilization
                FROM binned_timeseries
                GROUP BY hostname
            )
            SELECT time, ROUND(value, 2) AS interpolated_cpu
            FROM interpolated_timeseries
            CROSS JOIN UNNEST(interpolated_avg_cpu_utilization)
            """);

        Assert.Equal(expected, string.Join(' ', rows.Select(row => row[1])));
        Assert.Equal("2026-03-01 11:50:00.000000000", rows[0][0]);
        Assert.Equal("2026-03-01 11:52:00.000000000", rows[^1][0]);
    }

    [Fact]
    public async Task The_rate_of_change_is_that_every_5_minutes() => Assert.Equal(
        "[2026-03-01 11:50:10.000000000=300.0, 2026-03-01 11:51:00.000000000=330.0, 2026-03-01 11:52:00.000000000=75.0]",
        await ValueAsync($"""
            SELECT DERIVATIVE_LINEAR(CREATE_TIME_SERIES(time, measure_value::double), 5m) AS result
            {Source} GROUP BY hostname, measure_name
            """));

    [Fact]
    public async Task The_integral_is_the_area_in_the_unit_of_the_interval() => Assert.Equal(
        "124.58333333333334",
        await ValueAsync($"""
            SELECT INTEGRAL_TRAPEZOIDAL(CREATE_TIME_SERIES(time, measure_value::double), 1m) AS result
            {Source} GROUP BY hostname, measure_name
            """));

    [Fact]
    public async Task Two_series_are_correlated_at_the_same_times() => Assert.Equal(
        "1.0",
        await ValueAsync($"""
            WITH cte_1 AS (
                SELECT INTERPOLATE_LINEAR(CREATE_TIME_SERIES(time, measure_value::double), SEQUENCE(min(time), max(time), 1m)) AS result
                {Source} GROUP BY hostname, measure_name
            ), cte_2 AS (
                SELECT INTERPOLATE_LINEAR(CREATE_TIME_SERIES(time, measure_value::double * 2 + 1), SEQUENCE(min(time), max(time), 1m)) AS result
                {Source} GROUP BY hostname, measure_name
            )
            SELECT correlate_spearman(cte_1.result, cte_2.result) AS result FROM cte_1, cte_2
            """));

    [Fact]
    public async Task A_sequence_that_reaches_beyond_the_data_gives_no_points_there() => Assert.Equal(
        "[2026-03-01 11:52:00.000000000=90.0]",
        await ValueAsync($"""
            WITH time_series_view AS (
                SELECT INTERPOLATE_LINEAR(
                    CREATE_TIME_SERIES(time, ROUND(measure_value::double, 2)), SEQUENCE(ago(15m), ago(1m), 1m)) AS cpu_user
                {Source} GROUP BY hostname
            )
            SELECT FILTER(cpu_user, x -> x.value > 75.0) AS cpu_above_threshold FROM time_series_view
            """));

    [Fact]
    public async Task A_series_has_its_type_in_the_answer()
    {
        var answer = await QueryAsync($"SELECT CREATE_TIME_SERIES(time, measure_value::double) AS series, "
            + $"INTERPOLATE_LINEAR(CREATE_TIME_SERIES(time, measure_value::double), max(time)), array_agg(time) {Source}");

        Assert.Equal("series", answer.ColumnInfo[0].Name);
        Assert.Equal("DOUBLE", answer.ColumnInfo[0].Type.TimeSeriesMeasureValueColumnInfo.Type.ScalarType.Value);
        Assert.Equal("DOUBLE", answer.ColumnInfo[1].Type.ScalarType.Value);
        Assert.Equal("TIMESTAMP", answer.ColumnInfo[2].Type.ArrayColumnInfo.Type.ScalarType.Value);
    }

    [Fact]
    public async Task Thousands_of_series_at_once_are_each_their_own()
    {
        var rows = await RowsAsync("""
            SELECT count(*), count_if(cardinality(filled) = 3), sum(element_at(transform(filled, p -> p.value), 2)), sum(area)
            FROM (
                SELECT g, interpolate_linear(ts, sequence(from_milliseconds(0), from_milliseconds(2000), 1s)) AS filled,
                    integral_trapezoidal(ts) AS area
                FROM (
                    SELECT i % 5000 AS g, create_time_series(from_milliseconds(2000 * (i / 5000)), i % 5000) AS ts
                    FROM UNNEST(sequence(0, 9999)) AS t(i)
                    GROUP BY i % 5000) AS grouped) AS computed
            """);

        Assert.Equal([["5000", "5000", "1.24975E7", "2.4995E7"]], rows);
    }

    private static Record Cpu(int seconds, string value)
    {
        var record = Reading(measure: "cpu_utilization", value: value, time: Now.AddSeconds(seconds));
        record.Dimensions = [new Dimension { Name = "hostname", Value = "host-Hovjv" }];
        return record;
    }
}
