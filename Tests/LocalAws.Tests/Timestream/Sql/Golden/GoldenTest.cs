using Amazon.TimestreamQuery;
using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>
/// Expressions and the values the developer guide documents for them, asked over HTTP; the time is
/// <see cref="TimestreamTest.Now"/>. Nothing here writes, so all tests of a class share one LocalAws.
/// </summary>
public abstract class GoldenTest(GoldenHost host) : IClassFixture<GoldenHost>
{
    /// <summary>Runs <c>SELECT expression</c> and compares its one value, written as in <see cref="TimestreamTest.Text"/>.</summary>
    protected Task ExpectAsync(string expression, string? expected) => ExpectRowsAsync($"SELECT {expression}", [expected]);

    /// <summary>Runs a whole query and compares all its rows.</summary>
    protected async Task ExpectRowsAsync(string sql, params string?[][] expected) =>
        Assert.Equal(expected, await RowsAsync(sql));

    /// <summary><c>SELECT expression</c> is refused, or fails while it runs, with a message that holds the part.</summary>
    protected async Task ExpectErrorAsync(string expression, string messagePart)
    {
        var error = await Assert.ThrowsAnyAsync<AmazonTimestreamQueryException>(() => RowsAsync($"SELECT {expression}"));

        Assert.True(error is ValidationException or QueryExecutionException, $"{error.ErrorCode}: {error.Message}");
        Assert.Contains(messagePart, error.Message, StringComparison.Ordinal);
    }

    protected async Task<List<string?[]>> RowsAsync(string sql)
    {
        var rows = new List<string?[]>();
        string? token = null;
        do
        {
            var request = new QueryRequest { QueryString = sql, NextToken = token };
            var page = await host.Reader.QueryAsync(request, TestContext.Current.CancellationToken);
            rows.AddRange((page.Rows ?? []).Select(row => row.Data.Select(TimestreamTest.Text).ToArray()));
            token = page.NextToken;
        }
        while (token is not null);
        return rows;
    }
}
