using Amazon.TimestreamQuery.Model;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Timestream;
using TelemetryAspire.LocalAws.Timestream.Sql;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>Queries that would run for days end at the limit of a call, when they are cancelled and when nobody waits.</summary>
public sealed class RunawayQueryTests : TimestreamTest
{
    private const string Numbers = "UNNEST(sequence(1, 10000))";

    /// <summary>A thousand billion rows and more, each of which has to be looked at.</summary>
    private const string Runaway =
        $"SELECT count(*) FROM {Numbers} AS a(x) CROSS JOIN {Numbers} AS b(x) CROSS JOIN {Numbers} AS c(x) WHERE a.x * b.x + c.x = 7";

    /// <summary>The same, that has to be kept to be sorted.</summary>
    private const string RunawaySort =
        $"SELECT a.x FROM {Numbers} AS a(x) CROSS JOIN {Numbers} AS b(x) CROSS JOIN {Numbers} AS c(x) ORDER BY a.x * b.x % (c.x + 7)";

    [Theory]
    [InlineData(Runaway)]
    [InlineData(RunawaySort)]
    public async Task A_call_ends_at_its_limit_and_its_query_with_it(string sql)
    {
        var query = QueryAsync(sql);
        await UntilConnectionsAsync(2);

        Clock.Advance(TimeSpan.FromSeconds(60));

        var error = await Assert.ThrowsAsync<QueryExecutionException>(() => query);
        Assert.Equal("The query did not finish within 60 seconds.", error.Message);
        await UntilConnectionsAsync(1);
        Assert.Equal("1", await ValueAsync("SELECT 1"));
    }

    [Fact]
    public async Task A_query_ends_when_its_caller_goes_away()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var query = Reader.QueryAsync(new() { QueryString = Runaway }, caller.Token);
        await UntilConnectionsAsync(2);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        await UntilConnectionsAsync(1);
    }

    [Fact]
    public async Task A_query_that_is_cancelled_while_a_page_is_computed_ends()
    {
        var engine = LocalAws.Services.GetRequiredService<QueryEngine>();
        using var session = new QuerySession("id", Runaway, token => engine.StartAsync("id", Runaway, token));
        var page = session.ReadAsync(token: null, maxRows: 1);
        await UntilConnectionsAsync(2);

        await session.CloseAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => page);
        await UntilConnectionsAsync(1);
    }

    [Fact]
    public void What_does_not_fit_into_memory_is_kept_in_the_data_directory_up_to_a_limit()
    {
        using var connection = LocalAws.Services.GetRequiredService<TimestreamStore>().OpenReader();
        var (directory, limit) = connection.Read(
            "SELECT current_setting('temp_directory'), current_setting('max_temp_directory_size')",
            reader => (reader.GetString(0), reader.GetString(1)))[0];

        Assert.StartsWith(LocalAws.DataDirectory, directory, StringComparison.Ordinal);
        Assert.Equal("3.7 GiB", limit);
    }

    /// <summary>The writer has a connection, a running query another.</summary>
    private async Task UntilConnectionsAsync(long count)
    {
        using var connection = LocalAws.Services.GetRequiredService<TimestreamStore>().OpenReader();
        await Eventually.UntilAsync(() =>
            connection.Read("SELECT count FROM duckdb_connection_count()", reader => reader.GetInt64(0))[0] == count + 1);
    }
}
