using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record DeleteTableRequest(string? DatabaseName, string? TableName);

/// <summary>DeleteTable: deletes the table and its records at once.</summary>
internal sealed class DeleteTable(TimestreamStore store) : IOperation<DeleteTableRequest, NoContent>
{
    public async ValueTask<NoContent> InvokeAsync(
        DeleteTableRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var name = TableRequests.Check(request.DatabaseName, request.TableName);
        return await store.ChangeCatalogAsync(transaction => Delete(transaction, name), cancellationToken);
    }

    private static NoContent Delete(CatalogTransaction transaction, TableName name)
    {
        transaction.Delete(TableRequests.Find(transaction.Catalog, name));
        return default;
    }
}
