using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record QueryRequest(
    string? QueryString, string? ClientToken, string? NextToken, int? MaxRows, QueryInsights? QueryInsights);

/// <summary>Whether a query shall tell what it read.</summary>
internal sealed record QueryInsights(string? Mode);

/// <summary>How far a query has come, and how much it read.</summary>
internal sealed record QueryStatus(double ProgressPercentage, long CumulativeBytesScanned, long CumulativeBytesMetered)
{
    /// <summary>The service charges no query less than 10 MB, and SHOW and DESCRIBE nothing.</summary>
    private const long LeastBytesMetered = 10_000_000;

    public static QueryStatus Of(long bytes, bool readsTables, bool hasMore) =>
        new(hasMore ? 50 : 100, bytes, readsTables ? Math.Max(bytes, LeastBytesMetered) : 0);
}

internal sealed record QueryResponse(
    string QueryId,
    string? NextToken,
    QueryPage Rows,
    IReadOnlyList<ColumnInfo> ColumnInfo,
    QueryStatus QueryStatus,
    QueryInsightsResponse? QueryInsightsResponse);

/// <summary>Query: runs a statement and answers its first page, or continues one by its NextToken.</summary>
internal sealed class Query(QuerySessions sessions, ClientTokens clientTokens) : IOperation<QueryRequest, QueryResponse>
{
    private const string InsightsOn = "ENABLED_WITH_RATE_CONTROL";
    private const int MaxQueryChars = 262_144;

    public async ValueTask<QueryResponse> InvokeAsync(
        QueryRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("queryString", request.QueryString);
        validation.Length("queryString", request.QueryString, 1, MaxQueryChars);
        validation.Length("clientToken", request.ClientToken, 32, 128);
        validation.Length("nextToken", request.NextToken, 1, 2048);
        validation.Range("maxRows", request.MaxRows, 1, 1000);
        if (request.QueryInsights is { } insights)
        {
            validation.Required("queryInsights.mode", insights.Mode);
            validation.OneOf("queryInsights.mode", insights.Mode, InsightsOn, "DISABLED");
        }

        validation.ThrowIfFailed();
        if (request.NextToken is { } token)
        {
            return await sessions.ContinueAsync(request.QueryString!, token, request.MaxRows, cancellationToken);
        }

        var mode = request.QueryInsights?.Mode;
        var start = () => sessions.StartAsync(
            request.QueryString!, request.MaxRows, mode == InsightsOn, cancellationToken);
        return request.ClientToken is { } clientToken
            ? await clientTokens.RunOnceAsync(clientToken, $"{request.MaxRows}:{mode}:{request.QueryString}", start)
            : await start();
    }
}
