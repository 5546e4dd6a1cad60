using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record ListTablesRequest(string? DatabaseName, string? NextToken, int? MaxResults);

internal sealed record ListTablesResponse(IReadOnlyList<TableDescription> Tables, string? NextToken);

/// <summary>ListTables: of one database or of all, in ordinal order of names, at most 20 a page.</summary>
internal sealed class ListTables(TimestreamStore store) : IOperation<ListTablesRequest, ListTablesResponse>
{
    public ValueTask<ListTablesResponse> InvokeAsync(
        ListTablesRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        PageOfNames.Check(request.MaxResults);
        var catalog = store.Catalog;
        if (request.DatabaseName is { } database && !catalog.Databases.ContainsKey(database))
        {
            throw TimestreamErrors.DatabaseNotFound(database);
        }

        var (page, token) = PageOfNames.Take(
            catalog.TablesOf(request.DatabaseName).OrderBy(FullName, StringComparer.Ordinal),
            FullName,
            request.NextToken,
            request.MaxResults);
        var tables = page.Select(table => TableDescription.Of(table, context)).ToList();
        return ValueTask.FromResult(new ListTablesResponse(tables, token));
    }

    private static string FullName(Model.TableEntry table) => $"{table.DatabaseName}/{table.TableName}";
}
