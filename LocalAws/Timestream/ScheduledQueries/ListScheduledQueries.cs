using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>ListScheduledQueries: in ordinal order of names, at most 1,000 a page.</summary>
internal sealed class ListScheduledQueries(TimestreamStore store, TimeProvider timeProvider)
    : IOperation<ListScheduledQueriesRequest, ListScheduledQueriesResponse>
{
    private const int MaxPageSize = 1000;

    public ValueTask<ListScheduledQueriesResponse> InvokeAsync(
        ListScheduledQueriesRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Range("maxResults", request.MaxResults, 1, MaxPageSize);
        validation.ThrowIfFailed();
        var (page, token) = PageOfNames.Take(
            store.Catalog.ScheduledQueries.Values,
            query => query.Id,
            request.NextToken,
            request.MaxResults ?? MaxPageSize);
        var now = timeProvider.GetUtcNow();
        return ValueTask.FromResult(new ListScheduledQueriesResponse(
            [.. page.Select(query => ScheduledQueryItem.Of(query, context, now))], token));
    }
}
