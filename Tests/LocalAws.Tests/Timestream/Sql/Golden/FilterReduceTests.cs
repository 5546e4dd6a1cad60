namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>Developer guide, "Filter and reduce functions", and Presto's functions on arrays that take a lambda expression.</summary>
public sealed class FilterReduceTests(GoldenHost host) : GoldenTest(host)
{
    private const string Cpu = """
        FROM (
            SELECT create_time_series(t, v) AS cpu_user, min(t) AS oldest_time
            FROM (VALUES row(TIMESTAMP '2026-03-01 12:00:00', 60.0), row(TIMESTAMP '2026-03-01 12:01:00', 80.0),
                row(TIMESTAMP '2026-03-01 12:02:00', 70.5)) AS p(t, v)) AS time_series_view
        """;

    [Theory]
    [InlineData(
        "FILTER(cpu_user, x -> x.value > 70.0)",
        "[2026-03-01 12:01:00.000000000=80.0, 2026-03-01 12:02:00.000000000=70.5]")]
    [InlineData("FILTER(cpu_user, x -> x.value < 75 AND x.time > oldest_time + 1m)", "[2026-03-01 12:02:00.000000000=70.5]")]
    [InlineData("REDUCE(cpu_user, DOUBLE '0.0', (s, x) -> x.value * x.value + s, s -> s)", "14970.25")]
    [InlineData("REDUCE(FILTER(cpu_user, x -> x.value > 70.0), 0, (s, x) -> s + 1, s -> s)", "2")]
    [InlineData(
        "ROUND(REDUCE(cpu_user, CAST(ROW(0, 0) AS ROW(count_high BIGINT, count_total BIGINT)), "
            + "(s, x) -> CAST(ROW(s.count_high + IF(x.value > 70.0, 1, 0), s.count_total + 1) AS ROW(count_high BIGINT, count_total BIGINT)), "
            + "s -> IF(s.count_total = 0, NULL, CAST(s.count_high AS DOUBLE) / s.count_total)), 4)",
        "0.6667")]
    [InlineData("TRANSFORM(cpu_user, x -> x.value - 60)", "[0.0, 20.0, 10.5]")]
    [InlineData("REDUCE(INTERPOLATE_LINEAR(cpu_user, SEQUENCE(oldest_time, oldest_time + 2m, 30s)), 0e0, (s, x) -> s + x.value, s -> s)", "355.75")]
    public Task A_lambda_sees_time_and_value_of_a_point(string expression, string expected) =>
        ExpectAsync($"{expression} {Cpu}", expected);

    [Theory]
    [InlineData("zip_with(ARRAY[1, 3, 5], ARRAY['a', 'b', 'c'], (x, y) -> (y, x))", "[(a, 1), (b, 3), (c, 5)]")]
    [InlineData("zip_with(ARRAY[1, 2], ARRAY[3, 4, 5], (x, y) -> coalesce(x, 0) + y)", "[4, 6, 5]")]
    [InlineData("zip_with(ARRAY[1, 2], ARRAY[3, 4], (x, y) -> zip_with(ARRAY[x], ARRAY[y], (a, b) -> a * b + x))", "[[4], [10]]")]
    [InlineData("array_sort(ARRAY[3, 2, 5, 1, 2], (x, y) -> IF(x < y, 1, IF(x = y, 0, -1)))", "[5, 3, 2, 2, 1]")]
    [InlineData("array_sort(ARRAY['bc', 'ab', 'dca'], (x, y) -> length(x) - length(y))", "[bc, ab, dca]")]
    [InlineData("any_match(ARRAY[1, NULL, 3], x -> x > 2)", "true")]
    [InlineData("any_match(ARRAY[1, NULL], x -> x > 2)", null)]
    [InlineData("all_match(ARRAY[1, NULL], x -> x > 2)", "false")]
    [InlineData("all_match(ARRAY[], x -> x > 2)", "true")]
    [InlineData("none_match(ARRAY[1, 2], x -> x > 2)", "true")]
    [InlineData("reduce(ARRAY[ARRAY[1, NULL], ARRAY[2]], 0, (s, a) -> s + reduce(a, 0, (t, x) -> t + coalesce(x, 10), t -> t), s -> s)", "13")]
    public Task Arrays_take_lambdas_too(string expression, string? expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("FILTER(cpu_user, x -> x.value)", "line 1:8: Unexpected parameters (timeseries(double), function) for function filter")]
    [InlineData("FILTER(cpu_user, x -> x.speed > 1)", "Column 'x.speed' does not exist")]
    [InlineData("REDUCE(cpu_user, 'a', (s, x) -> x.value, s -> s)", "line 1:8: Unexpected parameters")]
    [InlineData("array_sort(sequence(1, 5001), (x, y) -> y - x)", "array_sort with a comparison takes up to 5000 elements")]
    public Task A_lambda_that_does_not_fit_is_refused(string expression, string message) =>
        ExpectErrorAsync($"{expression} {Cpu}", message);
}
