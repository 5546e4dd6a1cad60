namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>Developer guide, "Window functions". The guide has no examples; the values follow from the rules.</summary>
public sealed class WindowTests(GoldenHost host) : GoldenTest(host)
{
    private const string Rows = "FROM (VALUES row(1, 10), row(2, 20), row(3, 20), row(4, NULL), row(5, 50), row(6, 60)) AS t(i, x)";

    [Theory]
    [InlineData("row_number() OVER (ORDER BY i DESC)", "6 5 4 3 2 1")]
    [InlineData("rank() OVER (ORDER BY x)", "1 2 2 6 4 5")]
    [InlineData("dense_rank() OVER (ORDER BY x)", "1 2 2 5 3 4")]
    [InlineData("percent_rank() OVER (ORDER BY x)", "0.0 0.2 0.2 1.0 0.6 0.8")]
    [InlineData("cume_dist() OVER (PARTITION BY i / 4 ORDER BY i)", "0.3333333333333333 0.6666666666666666 1.0 0.3333333333333333 0.6666666666666666 1.0")]
    [InlineData("ntile(4) OVER (ORDER BY i)", "1 1 2 2 3 4")]
    [InlineData("lag(x) OVER (ORDER BY i)", "- 10 20 20 - 50")]
    [InlineData("lag(x, 2, 0) OVER (ORDER BY i)", "0 0 10 20 20 -")]
    [InlineData("lead(x, 1) OVER (ORDER BY i)", "20 20 - 50 60 -")]
    [InlineData("lag(x, 0) OVER (ORDER BY i)", "10 20 20 - 50 60")]
    [InlineData("lag(x) IGNORE NULLS OVER (ORDER BY i)", "- 10 20 20 20 50")]
    [InlineData("last_value(x) IGNORE NULLS OVER (ORDER BY i RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)", "10 20 20 20 50 60")]
    [InlineData("first_value(x) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)", "10 10 20 20 - 50")]
    [InlineData("last_value(x) OVER (ORDER BY i)", "10 20 20 - 50 60")]
    [InlineData("nth_value(x, 2) OVER (ORDER BY i)", "- 20 20 20 20 20")]
    [InlineData("sum(x) OVER (ORDER BY i)", "10 30 50 50 100 160")]
    [InlineData("count(*) OVER (ORDER BY x)", "1 3 3 6 4 5")]
    [InlineData("avg(x) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)", "15.0 16.666666666666668 20.0 35.0 55.0 55.0")]
    [InlineData("max(x, 2) OVER (ORDER BY i)", "[10] [20,10] [20,20] [20,20] [50,20] [60,50]")]
    [InlineData("max_by(i, x) OVER (PARTITION BY i % 2)", "5 6 5 6 5 6")]
    [InlineData("array_agg(x) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)", "[10] [10,20] [20,20] [20,] [,50] [50,60]")]
    [InlineData("count_if(x > 15) FILTER (WHERE i > 2) OVER (ORDER BY i)", "0 0 1 1 2 3")]
    [InlineData("approx_percentile(x, 0.5) OVER (ORDER BY i)", "10 20 20 20 20 20")]
    [InlineData("sum(x) OVER (ORDER BY i RANGE BETWEEN 2 PRECEDING AND 1 PRECEDING)", "- 10 30 40 20 50")]
    [InlineData("corr(x, i) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)", "- 1.0 - - - 1.0")]
    [InlineData("cardinality(create_time_series(from_milliseconds(i), x) OVER (ORDER BY i))", "1 2 3 3 4 5")]
    public async Task A_function_sees_the_rows_of_its_frame(string expression, string expected)
    {
        var rows = await RowsAsync($"SELECT {expression} {Rows} ORDER BY i");

        Assert.Equal(expected, string.Join(' ', rows.Select(row => row[0]?.Replace(", ", ",", StringComparison.Ordinal) ?? "-")));
    }

    [Fact]
    public Task A_range_can_be_a_time_before_the_row() => ExpectRowsAsync(
        """
        SELECT sum(x) OVER (ORDER BY t RANGE BETWEEN 10s PRECEDING AND CURRENT ROW)
        FROM (VALUES row(from_milliseconds(0), 1), row(from_milliseconds(10000), 2), row(from_milliseconds(20001), 4)) AS v(t, x)
        ORDER BY t
        """,
        ["1"],
        ["3"],
        ["4"]);

    [Theory]
    [InlineData("ntile(0) OVER (ORDER BY i)", "Buckets must be greater than 0")]
    [InlineData("nth_value(x, 0) OVER (ORDER BY i)", "Offset must be at least 1")]
    [InlineData("lag(x, -1) OVER (ORDER BY i)", "Offset must be at least 0")]
    [InlineData("rank()", "line 1:8: Window function rank requires an OVER clause")]
    [InlineData("upper('a') OVER ()", "line 1:8: Function upper is no aggregate or window function")]
    [InlineData("sum(sum(x) OVER ()) OVER ()", "Cannot nest window functions")]
    public Task Wrong_windows_are_refused(string expression, string message) => ExpectErrorAsync($"{expression} {Rows}", message);
}
