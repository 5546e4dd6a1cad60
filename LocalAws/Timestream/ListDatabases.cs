using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record ListDatabasesRequest(string? NextToken, int? MaxResults);

internal sealed record ListDatabasesResponse(IReadOnlyList<DatabaseDescription> Databases, string? NextToken);

/// <summary>ListDatabases: in ordinal order of names, at most 20 a page.</summary>
internal sealed class ListDatabases(TimestreamStore store) : IOperation<ListDatabasesRequest, ListDatabasesResponse>
{
    public ValueTask<ListDatabasesResponse> InvokeAsync(
        ListDatabasesRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        PageOfNames.Check(request.MaxResults);
        var catalog = store.Catalog;
        var (page, token) = PageOfNames.Take(
            catalog.Databases.Values, database => database.Name, request.NextToken, request.MaxResults);
        var databases = page.Select(database => DatabaseDescription.Of(database, catalog, context)).ToList();
        return ValueTask.FromResult(new ListDatabasesResponse(databases, token));
    }
}
