using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record DeleteDatabaseRequest(string? DatabaseName);

/// <summary>DeleteDatabase: refused with ValidationException while the database has tables.</summary>
internal sealed class DeleteDatabase(TimestreamStore store) : IOperation<DeleteDatabaseRequest, NoContent>
{
    public async ValueTask<NoContent> InvokeAsync(
        DeleteDatabaseRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("databaseName", request.DatabaseName);
        validation.ThrowIfFailed();
        return await store.ChangeCatalogAsync(transaction => Delete(transaction, request.DatabaseName!), cancellationToken);
    }

    private static NoContent Delete(CatalogTransaction transaction, string name)
    {
        var database = transaction.Catalog.Databases.GetValueOrDefault(name) ?? throw TimestreamErrors.DatabaseNotFound(name);
        if (transaction.Catalog.TablesOf(name).Any())
        {
            throw TimestreamErrors.Validation($"The database {name} cannot be deleted: delete all of its tables first.");
        }

        transaction.Delete(database);
        return default;
    }
}
