using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql;

/// <summary>Lambda expressions as arguments of functions.</summary>
public sealed class LambdaTests : TimestreamTest
{
    [Theory]
    [InlineData("transform(ARRAY[1, 2, 3], x -> x * 2)", "[2, 4, 6]")]
    [InlineData("transform(ARRAY[1, NULL], (x) -> coalesce(x, 0) + 0.5)", "[1.5, 0.5]")]
    [InlineData("transform(ARRAY[ARRAY[1, 2], ARRAY[3]], a -> transform(a, x -> x + cardinality(a)))", "[[3, 4], [4]]")]
    [InlineData("transform(ARRAY[row(1, 'a')], r -> cast(r as row(n bigint, s varchar)).s)", "[a]")]
    [InlineData("filter(ARRAY[5, -6, NULL, 7], x -> x > 0)", "[5, 7]")]
    [InlineData("filter(ARRAY[1, 2], x -> x > 1 or x < 0 and true)", "[2]")]
    [InlineData("reduce(ARRAY[0.5], DOUBLE '1.5', (s, x) -> s + x, s -> s)", "2.0")]
    [InlineData("reduce(ARRAY[5, 20, 50], 0, (s, x) -> s + x, s -> s)", "75")]
    [InlineData("reduce(ARRAY[5, 20, NULL, 50], 0, (s, x) -> s + coalesce(x, 0), s -> 'sum ' || cast(s as varchar))", "sum 75")]
    [InlineData("reduce(ARRAY[1.5, 2.5], 0, (s, x) -> s + x, s -> s / 2)", "2.0")]
    [InlineData("reduce(cast(ARRAY[] as array(bigint)), 7, (s, x) -> s + x, s -> s)", "7")]
    [InlineData("reduce(cast(NULL as array(bigint)), 7, (s, x) -> s + x, s -> s)", null)]
    [InlineData(
        "reduce(ARRAY[5, 6, 10, 20], cast(row(0.0, 0) as row(sum double, count integer)), "
            + "(s, x) -> cast(row(x + s.sum, s.count + 1) as row(sum double, count integer)), s -> s.sum / s.count)",
        "10.25")]
    public async Task A_function_applies_the_lambda(string expression, string? expected) =>
        Assert.Equal(expected, await ValueAsync($"SELECT {expression}"));

    [Fact]
    public async Task A_lambda_names_columns_around_it_and_its_parameters_hide_columns()
    {
        const string From = "FROM (VALUES row(1, ARRAY[1, 2]), row(2, ARRAY[5])) AS t(x, a)";

        Assert.Equal([["[2, 3]"], ["[7]"]], await RowsAsync($"SELECT transform(a, e -> e + x) {From} ORDER BY x"));
        Assert.Equal([["[10, 20]"], ["[50]"]], await RowsAsync($"SELECT transform(a, x -> x * 10) {From} ORDER BY t.x"));
        Assert.Equal(
            [["[2, 3]", "1"], ["[7]", "1"]],
            await RowsAsync($"SELECT transform(a, e -> e + x), count(*) {From} GROUP BY transform(a, e -> e + x), x ORDER BY 1"));
    }

    [Theory]
    [InlineData("x -> x", "line 1:8: A lambda expression is an argument of functions")]
    [InlineData("cardinality(x -> x)", "line 1:8: Unexpected parameters (function) for function cardinality")]
    [InlineData("transform(ARRAY[1], (x, y) -> x)", "Unexpected parameters (array(integer), function) for function transform")]
    [InlineData("filter(ARRAY[1], x -> x)", "Unexpected parameters (array(integer), function) for function filter")]
    [InlineData("transform(ARRAY[1], x -> y)", "line 1:33: Column 'y' does not exist")]
    [InlineData("transform(ARRAY[1], x -> sum(x))", "line 1:33: Lambda expression cannot contain aggregations")]
    [InlineData("transform(ARRAY[1], x -> (select 1))", "Lambda expression cannot contain subqueries")]
    [InlineData("transform(a, e -> e + x) FROM (VALUES row(1, ARRAY[1])) AS t(x, a) GROUP BY a", "'x' must be an aggregate")]
    public async Task A_lambda_out_of_place_is_refused_by_name_and_place(string expression, string message)
    {
        var thrown = await Assert.ThrowsAsync<ValidationException>(() => ValueAsync($"SELECT {expression}"));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }
}
