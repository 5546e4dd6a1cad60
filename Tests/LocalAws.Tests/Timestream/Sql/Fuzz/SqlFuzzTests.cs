using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Fuzz;

/// <summary>
/// Mutated queries, parsed, bound and run: each gives rows, a ValidationException or a QueryExecutionException, and soon.
/// </summary>
/// <remarks>
/// LOCALAWS_SQL_FUZZ_QUERIES makes it longer; LOCALAWS_SQL_FUZZ_QUERY runs the one query whose number a failure tells.
/// </remarks>
public sealed class SqlFuzzTests(ITestOutputHelper output) : TimestreamTest
{
    private const int Seed = 20260301;
    private const int DefaultQueries = 20_000;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private QueryEngine Engine => LocalAws.Services.GetRequiredService<QueryEngine>();

    [Fact]
    public async Task Every_query_of_the_corpus_is_valid()
    {
        await PrepareAsync();

        Assert.All(SqlCorpus.Queries, query => Engine.Start(query, Cancellation).Rows.Dispose());
    }

    [Fact]
    public async Task Mutated_queries_give_rows_or_an_error_of_the_service()
    {
        await PrepareAsync();
        var only = Setting("LOCALAWS_SQL_FUZZ_QUERY");
        var count = Setting("LOCALAWS_SQL_FUZZ_QUERIES") ?? DefaultQueries;
        var outcomes = new ConcurrentDictionary<string, int>();
        var failures = new ConcurrentQueue<string>();

        Parallel.For(only ?? 0, only + 1 ?? count, number =>
        {
            var query = SqlMutation.Create(SqlCorpus.Queries, new Random(Seed + number));
            var started = Stopwatch.GetTimestamp();
            var outcome = Run(query);
            outcomes.AddOrUpdate(outcome, 1, (_, times) => times + 1);
            if (outcome is not ("rows" or "ValidationException" or "QueryExecutionException")
                || Stopwatch.GetElapsedTime(started) > Hang)
            {
                failures.Enqueue($"{number} {outcome} {Stopwatch.GetElapsedTime(started)}: {query}");
            }
        });

        output.WriteLine(string.Join(", ", outcomes.Select(outcome => $"{outcome.Key}: {outcome.Value}")));
        Assert.True(failures.IsEmpty, string.Join('\n', failures.Take(20)));
        Assert.Equal("2", await ValueAsync("SELECT 1 + 1"));
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    private async Task PrepareAsync()
    {
        await CreateTableAsync();
        await WriteAsync(
            Reading(), Reading(value: "2.5", time: Now.AddMinutes(-1)), Reading("b"), Reading("b", "humidity", "40"));
    }

    private string Run(string query)
    {
        using var limit = new CancellationTokenSource(Hang);
        try
        {
            using var pages = QueryEngine.Run(() => new PageReader(Engine.Start(query, limit.Token)));
            QueryEngine.Run(() => pages.ReadPage(1000, limit.Token));
            return "rows";
        }
        catch (AwsException exception)
        {
            return exception.Code;
        }
        catch (Exception exception) when (exception is not AwsException)
        {
            return $"{exception.GetType().Name} {exception.Message}";
        }
    }
}
