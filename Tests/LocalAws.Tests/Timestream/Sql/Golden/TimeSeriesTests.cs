using System.Globalization;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>Developer guide, "Time-series functions": interpolation, derivatives, integrals, correlation.</summary>
/// <remarks>The guide documents no results for them; these are computed by hand.</remarks>
public sealed class TimeSeriesTests(GoldenHost host) : GoldenTest(host)
{
    /// <summary>Points at 12:00:00, 12:00:10, 12:00:30.</summary>
    private static readonly string Known = Series((0, "1.0"), (10, "3.0"), (30, "1.0"));

    [Fact]
    public Task Create_time_series_orders_points_by_time_and_leaves_nulls_out() => ExpectAsync(
        Series((30, "1.0"), (10, "CAST(NULL AS DOUBLE)"), (0, "2.0")),
        "[2026-03-01 12:00:00.000000000=2.0, 2026-03-01 12:00:30.000000000=1.0]");

    [Theory]
    [InlineData("interpolate_linear", "1.0")]
    [InlineData("interpolate_spline_cubic", "1.0")]
    [InlineData("interpolate_locf", "1.0")]
    public Task A_known_time_keeps_its_value(string function, string expected) =>
        ExpectAsync($"{function}({Known}, {Time(30)})", expected);

    [Theory]
    [InlineData("interpolate_linear({0}, {1})", "2.0")]
    [InlineData("interpolate_spline_cubic({0}, {1})", "2.1875")]
    [InlineData("interpolate_locf({0}, {1})", "1.0")]
    [InlineData("interpolate_fill({0}, {1}, 7)", "7.0")]
    public Task A_time_between_two_points_is_filled(string call, string expected) =>
        ExpectAsync(string.Format(CultureInfo.InvariantCulture, call, Known, Time(5)), expected);

    [Theory]
    [InlineData("interpolate_linear({0}, {1})", null)]
    [InlineData("interpolate_spline_cubic({0}, {1})", null)]
    [InlineData("interpolate_locf({0}, {1})", "1.0")]
    [InlineData("interpolate_fill({0}, {1}, 7)", "7.0")]
    public Task After_the_last_point_nothing_is_interpolated(string call, string? expected) =>
        ExpectAsync(string.Format(CultureInfo.InvariantCulture, call, Known, Time(40)), expected);

    [Theory]
    [InlineData("interpolate_linear({0}, {1})", "0=1.0, 15=2.5, 30=1.0")]
    [InlineData("interpolate_locf({0}, {1})", "0=1.0, 15=3.0, 30=1.0, 45=1.0")]
    [InlineData("interpolate_fill({0}, {1}, -1e0)", "-15=-1.0, 0=1.0, 15=-1.0, 30=1.0, 45=-1.0")]
    public Task An_array_of_times_gives_a_time_series(string call, string points) => ExpectAsync(
        string.Format(CultureInfo.InvariantCulture, call, Known, $"sequence({Time(-15)}, {Time(45)}, 15s)"), Points(points));

    [Theory]
    [InlineData("derivative_linear({0}, 1s)", "10=0.2, 30=-0.1")]
    [InlineData("derivative_linear({0}, 1m)", "10=12.0, 30=-6.0")]
    [InlineData("non_negative_derivative_linear({0}, 1m)", "10=12.0")]
    public Task Derivatives_are_changes_per_interval(string call, string points) =>
        ExpectAsync(string.Format(CultureInfo.InvariantCulture, call, Known), Points(points));

    [Theory]
    [InlineData("integral_trapezoidal({0})", "60.0")]
    [InlineData("integral_trapezoidal({0}, 10s)", "6.0")]
    [InlineData("integral_trapezoidal({0}, 1m)", "1.0")]
    public Task Integrals_are_the_area_per_interval(string call, string expected) =>
        ExpectAsync(string.Format(CultureInfo.InvariantCulture, call, Known), expected);

    [Fact]
    public async Task Whole_numbers_are_integrated_and_interpolated_as_doubles()
    {
        var whole = Series((0, "1"), (10, "4"));

        await ExpectAsync($"integral_trapezoidal({whole})", "25.0");
        await ExpectAsync($"interpolate_linear({whole}, {Time(5)})", "2.5");
    }

    [Fact]
    public Task Texts_are_carried_forward_as_they_are() =>
        ExpectAsync($"interpolate_locf({Series((0, "'on'"), (10, "'off'"))}, {Time(5)})", "on");

    [Theory]
    [InlineData("correlate_pearson", "1.0", "2.0", "6.0", "0.944911182523068")]
    [InlineData("correlate_spearman", "1.0", "2.0", "4.0", "1.0")]
    [InlineData("correlate_spearman", "4.0", "2.0", "1.0", "-1.0")]
    [InlineData("correlate_pearson", "2.0", "2.0", "2.0", null)]
    public Task Correlation_compares_two_series(string function, string first, string second, string third, string? expected)
    {
        var rising = Series((0, "1.0"), (10, "2.0"), (20, "3.0"));

        return ExpectAsync($"{function}({rising}, {Series((0, first), (10, second), (20, third))})", expected);
    }

    [Fact]
    public async Task What_cannot_be_computed_is_an_error()
    {
        await ExpectErrorAsync($"correlate_pearson({Known}, {Series((0, "1"), (11, "2"), (30, "3"))})", "the same timestamps");
        await ExpectErrorAsync($"derivative_linear({Known}, 0s)", "greater than zero");
        await ExpectErrorAsync($"interpolate_linear({Known}, 1)", "line 1:8: Unexpected parameters");
        await ExpectErrorAsync("interpolate_linear(1.5, now())", "line 1:8: Unexpected parameters (double, timestamp)");
    }

    [Theory]
    [InlineData("interpolate_linear(NULL, now())")]
    [InlineData("derivative_linear(NULL, 1s)")]
    [InlineData("integral_trapezoidal(NULL)")]
    [InlineData("correlate_pearson(NULL, NULL)")]
    public Task Without_a_series_the_result_is_null(string expression) => ExpectAsync(expression, null);

    private static string Series(params (int Seconds, string Value)[] points)
    {
        var rows = points.Select(point => $"SELECT {Time(point.Seconds)} AS t, {point.Value} AS v");
        return $"(SELECT create_time_series(t, v) FROM ({string.Join(" UNION ALL ", rows)}) AS points)";
    }

    private static string Time(int seconds) => $"TIMESTAMP '{Text(seconds)}'";

    private static string Text(int seconds) =>
        TimestreamTest.Now.AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The text of a series from <c>seconds=value, ...</c>.</summary>
    private static string Points(string points)
    {
        var texts = points.Split(", ").Select(point => point.Split('='))
            .Select(point => $"{Text(int.Parse(point[0], CultureInfo.InvariantCulture))}.000000000={point[1]}");
        return $"[{string.Join(", ", texts)}]";
    }
}
