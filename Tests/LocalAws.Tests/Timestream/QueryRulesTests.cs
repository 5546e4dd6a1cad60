using System.Text.Json;
using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

public sealed class QueryRulesTests : TimestreamTest
{
    private const string ThreeRows = "SELECT n FROM UNNEST(sequence(1, 3)) AS t(n)";

    [Fact]
    public async Task A_token_gives_its_page_five_times_and_no_more()
    {
        var token = (await QueryAsync(ThreeRows, maxRows: 1)).NextToken;
        for (var use = 0; use < 5; use++)
        {
            var page = await QueryAsync(ThreeRows, token, maxRows: 1);
            Assert.Equal("2", Text(Assert.Single(page.Rows).Data[0]));
        }

        var error = await Assert.ThrowsAsync<ValidationException>(() => QueryAsync(ThreeRows, token, maxRows: 1));

        Assert.Equal("Invalid pagination token", error.Message);
    }

    [Fact]
    public async Task A_token_is_invalid_once_the_next_one_was_used()
    {
        var first = (await QueryAsync(ThreeRows, maxRows: 1)).NextToken;
        var second = (await QueryAsync(ThreeRows, first, maxRows: 1)).NextToken;
        await QueryAsync(ThreeRows, second, maxRows: 1);

        await Assert.ThrowsAsync<ValidationException>(() => QueryAsync(ThreeRows, first, maxRows: 1));
    }

    [Fact]
    public async Task Insights_come_with_the_last_page_when_they_are_asked_for()
    {
        await CreateTableAsync();
        await WriteAsync(Reading("a"), Reading("b"));
        var sql = JsonEncodedText.Encode($"SELECT DeviceID FROM {FullName}");

        var first = await CallAsync(
            "Query", $$$"""{"QueryString":"{{{sql}}}","MaxRows":1,"QueryInsights":{"Mode":"ENABLED_WITH_RATE_CONTROL"}}""");
        var last = await CallAsync(
            "Query", $$"""{"QueryString":"{{sql}}","MaxRows":1,"NextToken":"{{first.GetProperty("NextToken")}}"}""");

        Assert.False(first.TryGetProperty("QueryInsightsResponse", out _));
        var insights = last.GetProperty("QueryInsightsResponse");
        Assert.Equal(1, insights.GetProperty("QueryTableCount").GetInt32());
        Assert.Equal(2, insights.GetProperty("OutputRows").GetInt32());
        Assert.True(insights.GetProperty("OutputBytes").GetInt64() > 0);
    }

    [Fact]
    public async Task Insights_do_not_come_unasked()
    {
        var answer = await CallAsync("Query", """{"QueryString":"SELECT 1","QueryInsights":{"Mode":"DISABLED"}}""");
        var error = await RefusedAsync("Query", """{"QueryString":"SELECT 1","QueryInsights":{"Mode":"ALL"}}""");

        Assert.False(answer.TryGetProperty("QueryInsightsResponse", out _));
        Assert.Contains("'queryInsights.mode'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statements_that_read_no_table_are_not_metered()
    {
        await CreateTableAsync();

        Assert.Equal(0, (await QueryAsync("SHOW DATABASES")).QueryStatus.CumulativeBytesMetered);
        Assert.Equal(
            10_000_000, (await QueryAsync($"SELECT count(*) FROM {FullName}")).QueryStatus.CumulativeBytesMetered);
    }
}
