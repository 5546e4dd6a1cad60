using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record UpdateDatabaseRequest(string? DatabaseName, string? KmsKeyId);

/// <summary>UpdateDatabase: changes the key's name. Nothing is encrypted here.</summary>
internal sealed class UpdateDatabase(TimestreamStore store, TimeProvider timeProvider)
    : IOperation<UpdateDatabaseRequest, DatabaseResponse>
{
    public async ValueTask<DatabaseResponse> InvokeAsync(
        UpdateDatabaseRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("databaseName", request.DatabaseName);
        validation.Required("kmsKeyId", request.KmsKeyId);
        validation.Length("kmsKeyId", request.KmsKeyId, 1, 2048);
        validation.ThrowIfFailed();
        return await store.ChangeCatalogAsync(transaction => Update(transaction, request, context), cancellationToken);
    }

    private DatabaseResponse Update(CatalogTransaction transaction, UpdateDatabaseRequest request, RequestContext context)
    {
        DatabaseEntry database = transaction.Catalog.Databases.GetValueOrDefault(request.DatabaseName!)
            ?? throw TimestreamErrors.DatabaseNotFound(request.DatabaseName!);
        var updated = database with { KmsKeyId = request.KmsKeyId!, LastUpdatedTime = timeProvider.GetUtcNow() };
        transaction.Save(updated);
        return new DatabaseResponse(DatabaseDescription.Of(updated, transaction.Catalog, context));
    }
}
