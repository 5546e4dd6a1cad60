namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>Developer guide, "Aggregate functions"; edges as in Presto, of which the dialect is a descendant.</summary>
public sealed class AggregateTests(GoldenHost host) : GoldenTest(host)
{
    private const string Four = "FROM (VALUES 1, 2, 3, 4) AS t(c)";
    private const string Five = "FROM (VALUES 1, 2, 3, 4, 8) AS t(c1)";
    private const string Booleans = "FROM (VALUES true, true, false, true) AS t(c)";
    private const string Pairs = "FROM (VALUES (('a', 1)), (('b', 2)), (('c', 3)), (('d', 4))) AS t(c1, c2)";
    private const string Points = "FROM (VALUES ((1, 1)), ((2, 2)), ((3, 3)), ((4, 4))) AS t(c1, c2)";
    private const string Bits = "FROM (VALUES 1, -3) AS t(c)";
    private const string WithNulls = "FROM (VALUES row(2, 'b'), row(NULL, 'n'), row(1, NULL), row(3, 'c')) AS t(x, y)";
    private const string Nothing = "FROM (VALUES row(1, true)) AS t(x, b) WHERE x > 1";

    [Theory]
    [InlineData("array_agg(t.c) " + Four, "[1, 2, 3, 4]")]
    [InlineData("avg(t.c) " + Four, "2.5")]
    [InlineData("bool_and(t.c) " + Booleans, "false")]
    [InlineData("every(t.c) " + Booleans, "false")]
    [InlineData("bool_or(t.c) " + Booleans, "true")]
    [InlineData("count(*) " + Booleans, "4")]
    [InlineData("count(t.c) " + Booleans, "4")]
    [InlineData("count_if(t.c) " + Booleans, "3")]
    [InlineData("geometric_mean(t.c) " + Four, "2.213363839400643")]
    [InlineData("max_by(t.c1, t.c2) " + Pairs, "d")]
    [InlineData("max_by(t.c1, t.c2, 2) " + Pairs, "[d, c]")]
    [InlineData("min_by(t.c1, t.c2) " + Pairs, "a")]
    [InlineData("min_by(t.c1, t.c2, 2) " + Pairs, "[a, b]")]
    [InlineData("max(t.c) " + Four, "4")]
    [InlineData("max(t.c, 2) " + Four, "[4, 3]")]
    [InlineData("min(t.c) " + Four, "1")]
    [InlineData("min(t.c, 2) " + Four, "[1, 2]")]
    [InlineData("sum(t.c) " + Four, "10")]
    [InlineData("bitwise_and_agg(t.c) " + Bits, "1")]
    [InlineData("bitwise_or_agg(t.c) " + Bits, "-3")]
    [InlineData("approx_distinct(t.c1) " + Five, "5")]
    [InlineData("approx_distinct(t.c1, 0.2) " + Five, "5")]
    [InlineData("approx_percentile(t.c, 0.4) " + Four, "2")]
    [InlineData("approx_percentile(t.c, ARRAY[0.1, 0.8, 0.8]) " + Four, "[1, 4, 4]")]
    [InlineData("approx_percentile(t.c, 1, 0.1) " + Four, "1")]
    [InlineData("approx_percentile(t.c, 1, ARRAY[0.1, 0.8, 0.8]) " + Four, "[1, 4, 4]")]
    [InlineData("approx_percentile(t.c, 1, 0.1, 0.5) " + Four, "1")]
    [InlineData("corr(t.c1, t.c2) " + Points, "1.0")]
    [InlineData("covar_pop(t.c1, t.c2) " + Points, "1.25")]
    [InlineData("covar_samp(t.c1, t.c2) " + Points, "1.6666666666666667")]
    [InlineData("regr_intercept(t.c1, t.c2) " + Points, "0.0")]
    [InlineData("regr_slope(t.c1, t.c2) " + Points, "1.0")]
    [InlineData("skewness(t.c1) " + Five, "0.8978957037987335")]
    [InlineData("stddev_pop(t.c1) " + Five, "2.4166091947189146")]
    [InlineData("stddev_samp(t.c1) " + Five, "2.701851217221259")]
    [InlineData("stddev(t.c1) " + Five, "2.701851217221259")]
    [InlineData("var_pop(t.c1) " + Five, "5.840000000000001")]
    [InlineData("var_samp(t.c1) " + Five, "7.300000000000001")]
    [InlineData("variance(t.c1) " + Five, "7.300000000000001")]
    public Task Has_the_documented_value(string expression, string expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("approx_percentile(t.c, 0) " + Four, "1")]
    [InlineData("approx_percentile(t.c, 0.5) " + Four, "3")]
    [InlineData("approx_percentile(t.c, 1) " + Four, "4")]
    [InlineData("approx_percentile(t.c, ARRAY[1, 0.7]) " + Four, "[4, 3]")]
    [InlineData("approx_percentile(t.c, 0.5 + 0.2) " + Four, "3")]
    [InlineData("approx_percentile(t.c, 0.7, 0.01) " + Four, "3")]
    [InlineData("approx_percentile(t.c, t.c, 0.5) " + Four, "3")]
    [InlineData("approx_percentile(t.c, t.c, ARRAY[0.3, 0.0, 1.0]) " + Four, "[3, 1, 4]")]
    [InlineData("approx_percentile(x, 0.99) " + WithNulls, "3")]
    public Task A_percentile_is_a_value_of_the_data(string expression, string expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("array_agg(x ORDER BY x DESC) " + WithNulls, "[3, 2, 1, ]")]
    [InlineData("array_agg(y ORDER BY x NULLS FIRST) " + WithNulls, "[n, , b, c]")]
    [InlineData("array_agg(x ORDER BY x) FILTER (WHERE y >= 'c') " + WithNulls, "[3, ]")]
    [InlineData("count(x) " + WithNulls, "3")]
    [InlineData("count(DISTINCT y) " + WithNulls, "3")]
    [InlineData("approx_distinct(DISTINCT x % 2) " + WithNulls, "2")]
    [InlineData("array_agg(DISTINCT x % 2 ORDER BY x % 2) " + WithNulls, "[0, 1, ]")]
    [InlineData("sum(DISTINCT x % 2) " + WithNulls, "1")]
    [InlineData("skewness(x) FILTER (WHERE x > 100) " + WithNulls, null)]
    [InlineData("approx_percentile(x, 2, 0.5) FILTER (WHERE y > 'a') " + WithNulls, "3")]
    [InlineData("max_by(x, y) " + WithNulls, null)]
    [InlineData("max_by(x, y, 2) " + WithNulls, "[, 3]")]
    [InlineData("max(x, 5) " + WithNulls, "[3, 2, 1]")]
    [InlineData("max_by(y, x) FILTER (WHERE x < 3) " + WithNulls, "b")]
    [InlineData("arbitrary(y) FILTER (WHERE x = 2) " + WithNulls, "b")]
    [InlineData("corr(x, x) " + WithNulls, "1.0")]
    public Task Nulls_count_where_Presto_counts_them(string expression, string? expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("array_agg(x)", null)]
    [InlineData("count(x)", "0")]
    [InlineData("count_if(b)", "0")]
    [InlineData("bool_and(b)", null)]
    [InlineData("approx_distinct(x)", "0")]
    [InlineData("approx_percentile(x, 0.5)", null)]
    [InlineData("approx_percentile(x, 1, ARRAY[0.5])", null)]
    [InlineData("max(x, 2)", null)]
    [InlineData("max_by(x, x, 2)", null)]
    [InlineData("skewness(x)", null)]
    [InlineData("sum(x)", null)]
    [InlineData("corr(x, x)", null)]
    public Task Without_rows_an_aggregate_is_null_or_zero(string aggregate, string? expected) =>
        ExpectAsync($"{aggregate} {Nothing}", expected);

    [Theory]
    [InlineData("variance(c) FROM (VALUES 1) AS t(c)", null)]
    [InlineData("skewness(c) FROM (VALUES 1, 2) AS t(c)", null)]
    [InlineData("corr(c, c) FROM (VALUES 1) AS t(c)", null)]
    [InlineData("corr(c, 1) FROM (VALUES 1, 2) AS t(c)", null)]
    [InlineData("regr_slope(c, 1) FROM (VALUES 1, 2) AS t(c)", null)]
    public Task Too_few_values_give_null(string expression, string? expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("max(c, 0) " + Four, "second argument of max_n/min_n must be positive")]
    [InlineData("max_by(c, c, 0) " + Four, "third argument of max_by/min_by must be a positive integer")]
    [InlineData("min(c, 10001) " + Four, "must be less than or equal to 10000")]
    [InlineData("approx_percentile(c, 1.5) " + Four, "Percentile must be between 0 and 1")]
    [InlineData("approx_percentile(c, 0.5 + c) " + Four, "cannot be executed")]
    [InlineData("approx_percentile(c, 0, 0.5) " + Four, "percentile weight must be > 0")]
    [InlineData("approx_percentile(c, 1, 0.5, 2.5) " + Four, "Percentile accuracy must be strictly between 0 and 1")]
    [InlineData("approx_distinct(c, 0.5) " + Four, "line 1:8: Max standard error must be in [0.0040625, 0.26]: 0.5")]
    [InlineData("sum(c) FROM (VALUES 9223372036854775807, 1) AS t(c)", "out of range")]
    [InlineData("sum(c) FROM (VALUES 'a') AS t(c)", "line 1:8: Unexpected parameters (varchar) for function sum")]
    public Task Wrong_arguments_are_refused(string expression, string message) => ExpectErrorAsync(expression, message);
}
