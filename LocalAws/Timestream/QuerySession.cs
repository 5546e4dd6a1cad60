using System.Security.Cryptography;
using TelemetryAspire.LocalAws.Timestream.Sql;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>One query of a caller's, from its first page to its last. Pages are read one at a time.</summary>
internal sealed class QuerySession(string queryId, string queryString, Func<CancellationToken, Task<RunningStatement>> start)
    : IDisposable
{
    /// <summary>How often one token can be used. Source: API reference of Query.</summary>
    private const int MaxUses = 5;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _cancellation = new();
    private PageReader? _pages;
    private QueryResponse? _lastResponse;
    private string? _lastToken;
    private int _uses;
    private RunningStatement? _statement;

    public string QueryId { get; } = queryId;

    public string QueryString { get; } = queryString;

    /// <summary>Whether its last page shall say what it read and wrote.</summary>
    public bool WantsInsights { get; init; }

    /// <summary>When a page was last asked for.</summary>
    public DateTimeOffset LastUsed { get; set; }

    public bool IsCancelled => _cancellation.IsCancellationRequested;

    /// <summary>Whether the token stands for a page of this query: the next, or the last one again.</summary>
    public bool Owns(string token) => token == _lastToken || token == _lastResponse?.NextToken;

    /// <summary>Reads the page that a token stands for, null for the first.</summary>
    /// <exception cref="OperationCanceledException">The query was cancelled.</exception>
    public async Task<QueryResponse> ReadAsync(string? token, int maxRows)
    {
        await _turn.WaitAsync(_cancellation.Token);
        try
        {
            if (token is null || token != _lastToken)
            {
                _lastResponse = await Task.Run(() => QueryEngine.RunAsync(() => ReadPageAsync(maxRows)));
                (_lastToken, _uses) = (token, 0);
            }

            if (++_uses > MaxUses)
            {
                throw QuerySessions.InvalidToken();
            }

            return _lastResponse!;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops the query wherever it is.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>Ends the query once no page is being read.</summary>
    public async Task CloseAsync()
    {
        Cancel();
        await _turn.WaitAsync(CancellationToken.None);
        Dispose();
        _turn.Release();
    }

    /// <summary>Frees the rows. The semaphore and the token source hold nothing that must be freed.</summary>
    public void Dispose() => _pages?.Dispose();

    private async Task<QueryResponse> ReadPageAsync(int maxRows)
    {
        _cancellation.Token.ThrowIfCancellationRequested();
        _statement ??= await start(_cancellation.Token);
        _pages ??= new PageReader(_statement);
        var page = _pages.ReadPage(maxRows, _cancellation.Token);
        var nextToken = _pages.HasMore ? RandomNumberGenerator.GetHexString(64) : null;
        if (nextToken is null)
        {
            _pages.Dispose();
        }

        return new QueryResponse(
            QueryId,
            nextToken,
            page,
            ColumnInfo.Of(_pages.Columns),
            QueryStatus.Of(_pages.BytesRead, _statement.TableCount > 0, _pages.HasMore),
            nextToken is null && WantsInsights
                ? QueryInsightsResponse.Of(_statement, _pages.RowsRead, _pages.BytesRead)
                : null);
    }
}
