using Amazon.TimestreamQuery;
using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>Queries that a person mistypes or a tool overdoes.</summary>
public sealed class QueryLimitsTests : TimestreamTest
{
    public static TheoryData<string> Overdone => new()
    {
        "SELECT " + Repeat("1+", 10_000) + "1",
        "SELECT " + Repeat("1*", 5_000) + "1",
        "SELECT 1" + Repeat(" UNION ALL SELECT 1", 2_000),
        "WITH " + string.Join(", ", Enumerable.Range(0, 2_000).Select(n => $"t{n} AS (SELECT 1)")) + " SELECT 1",
        "SELECT 1" + Repeat(" = 1", 5_000),
        "SELECT CAST(NULL AS " + Repeat("array(", 5_000) + "bigint" + Repeat(")", 5_000) + ")",
        "SELECT CAST(row(1) AS row(a bigint, b bigint))",
        "SELECT " + Repeat("(SELECT ", 30) + "1" + Repeat(")", 30),
        "SELECT " + Repeat("transform(ARRAY[1], x -> ", 30) + "1" + Repeat(")", 30),
        "SELECT " + Repeat("TRY(", 30) + "1" + Repeat(")", 30),
        "SELECT 'a\0b'",
        "SELECT approx_percentile(x, 1.5) FROM (VALUES 1.0, 2.0) AS t(x)",
        "SELECT approx_percentile(x, -1) FROM (VALUES 1.0, 2.0) AS t(x)",
    };

    [Theory]
    [MemberData(nameof(Overdone), DisableDiscoveryEnumeration = true)]
    public async Task Overdone_queries_are_refused_and_the_next_one_is_answered(string sql)
    {
        var thrown = await Assert.ThrowsAnyAsync<AmazonTimestreamQueryException>(() => QueryAsync(sql));

        Assert.True(thrown is ValidationException or QueryExecutionException, $"{thrown.ErrorCode}: {thrown.Message}");

        Assert.Equal("1", await ValueAsync("SELECT 1"));
    }

    [Fact]
    public async Task Thousands_of_conditions_are_one_condition()
    {
        var conditions = string.Join(" OR ", Enumerable.Range(0, 5_000).Select(number => $"x = {number}"));

        Assert.Equal("1", await ValueAsync($"SELECT count(*) FROM (VALUES 4999, 5000) AS t(x) WHERE {conditions}"));
    }

    [Theory]
    [InlineData("SELECT 1 LIMIT 1")]
    [InlineData("SELECT * FROM (VALUES 1, 2) LIMIT 1")]
    [InlineData("SELECT x FROM (SELECT 1 AS x) OFFSET 0 LIMIT 1")]
    [InlineData("SELECT x FROM (SELECT 1 AS x) limit ALL")]
    [InlineData("SELECT limit FROM (SELECT 1 limit)")]
    public async Task LIMIT_needs_no_alias_before_it_and_is_a_name_elsewhere(string sql) =>
        Assert.Equal("1", await ValueAsync(sql));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
