using System.Collections.Concurrent;
using System.Security.Cryptography;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Storage;
using TelemetryAspire.LocalAws.Timestream.Sql;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>The queries that run or have pages left.</summary>
/// <remarks>
/// A query with pages left holds a snapshot of the data, so one that nobody continues is ended after
/// <see cref="IdleLimit"/>, and the longest unused one when there are <see cref="MaxSessions"/>. A cancelled one keeps its
/// id only, and makes room first. The service keeps tokens for an hour; its snapshot costs it nothing.
/// </remarks>
internal sealed class QuerySessions(QueryEngine engine, TimeProvider timeProvider) : IAsyncDisposable
{
    private const int MaxSessions = 64;

    /// <summary>A call of Query lasts no longer. Source: developer guide, "Quotas".</summary>
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, QuerySession> _sessions = new();

    public static AwsException InvalidToken() => TimestreamErrors.Validation("Invalid pagination token");

    /// <summary>Starts a query and reads its first page.</summary>
    public Task<QueryResponse> StartAsync(
        string queryString, int? maxRows, bool wantsInsights, CancellationToken cancellationToken)
    {
        EndUnused();
        var id = RandomNumberGenerator.GetHexString(26);
        var session = new QuerySession(id, queryString, token => engine.StartAsync(id, queryString, token))
        {
            WantsInsights = wantsInsights,
        };
        _sessions[id] = session;
        return ReadAsync(session, token: null, maxRows, cancellationToken);
    }

    /// <summary>Reads the page after the one that gave the token.</summary>
    /// <exception cref="AwsException">
    /// ValidationException: the token is unknown, expired or another query's. ConflictException: the query was cancelled.
    /// </exception>
    public Task<QueryResponse> ContinueAsync(
        string queryString, string token, int? maxRows, CancellationToken cancellationToken)
    {
        EndUnused();
        var session = _sessions.Values.FirstOrDefault(session => session.Owns(token));
        if (session is null || session.QueryString != queryString)
        {
            throw InvalidToken();
        }

        return ReadAsync(session, token, maxRows, cancellationToken);
    }

    /// <summary>Cancels a query; repeating it does nothing.</summary>
    /// <exception cref="AwsException">ValidationException: there is no such query, or it has ended.</exception>
    public Task CancelAsync(string queryId)
    {
        if (!_sessions.TryGetValue(queryId, out var session))
        {
            throw TimestreamErrors.Validation($"The query {queryId} does not exist or has ended.");
        }

        return session.CloseAsync();
    }

    /// <summary>Ends all queries: one with pages left would keep the data file open.</summary>
    public ValueTask DisposeAsync() =>
        Closing.AllAsync(_sessions.Values.Select(session => (Func<ValueTask>)(() => new ValueTask(EndAsync(session)))));

    private async Task<QueryResponse> ReadAsync(
        QuerySession session, string? token, int? maxRows, CancellationToken cancellationToken)
    {
        session.LastUsed = timeProvider.GetUtcNow();
        using var limit = new CancellationTokenSource(CallLimit, timeProvider);
        await using var timeout = limit.Token.Register(session.Cancel);
        await using var hangUp = cancellationToken.Register(session.Cancel);
        try
        {
            var response = await session.ReadAsync(token, maxRows ?? int.MaxValue);
            if (response.NextToken is null && token is null)
            {
                _sessions.TryRemove(session.QueryId, out _);
            }

            return response;
        }
        catch (OperationCanceledException) when (!limit.IsCancellationRequested
            && !cancellationToken.IsCancellationRequested)
        {
            // Its id stays known for a while: cancelling again does nothing, and the next page is this error again.
            await session.CloseAsync();
            throw TimestreamErrors.Conflict($"The query {session.QueryId} was cancelled.");
        }
        catch (OperationCanceledException)
        {
            await EndAsync(session);
            cancellationToken.ThrowIfCancellationRequested();
            throw TimestreamErrors.QueryExecution(
                $"The query did not finish within {CallLimit.TotalSeconds} seconds.");
        }
        catch
        {
            await EndAsync(session);
            throw;
        }
    }

    private void EndUnused()
    {
        var oldest = timeProvider.GetUtcNow() - IdleLimit;
        var sessions = _sessions.Values
            .OrderByDescending(session => session.IsCancelled)
            .ThenBy(session => session.LastUsed)
            .ToList();
        for (var index = 0; index < sessions.Count; index++)
        {
            if (sessions[index].LastUsed < oldest || sessions.Count - index >= MaxSessions)
            {
                _ = EndAsync(sessions[index]);
            }
        }
    }

    private async Task EndAsync(QuerySession session)
    {
        // Known until it is closed, so that disposal waits for it.
        await session.CloseAsync();
        _sessions.TryRemove(session.QueryId, out _);
    }
}
