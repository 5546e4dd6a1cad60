using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Storage;
using TelemetryAspire.LocalAws.Timestream.Tags;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record CreateDatabaseRequest(string? DatabaseName, string? KmsKeyId, List<Tag>? Tags);

/// <summary>CreateDatabase: ConflictException when the name is taken; at most 500 databases.</summary>
internal sealed class CreateDatabase(TimestreamStore store, TimeProvider timeProvider)
    : IOperation<CreateDatabaseRequest, DatabaseResponse>
{
    public async ValueTask<DatabaseResponse> InvokeAsync(
        CreateDatabaseRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        ResourceNames.Check(ref validation, "databaseName", request.DatabaseName);
        validation.Length("kmsKeyId", request.KmsKeyId, 1, 2048);
        TagRules.Check(ref validation, request.Tags);
        validation.ThrowIfFailed();
        var now = timeProvider.GetUtcNow();
        var database = new DatabaseEntry(
            request.DatabaseName!, request.KmsKeyId ?? ResourceNames.DefaultKmsKeyId(context), now, now)
        {
            Tags = TagRules.Merge([], request.Tags),
        };
        return await store.ChangeCatalogAsync(transaction => Create(transaction, database, context), cancellationToken);
    }

    private static DatabaseResponse Create(CatalogTransaction transaction, DatabaseEntry database, RequestContext context)
    {
        if (transaction.Catalog.Databases.ContainsKey(database.Name))
        {
            throw TimestreamErrors.Conflict($"A database already exists with the name {database.Name}.");
        }

        if (transaction.Catalog.Databases.Count >= TimestreamQuotas.Databases)
        {
            throw TimestreamErrors.QuotaExceeded($"The limit of {TimestreamQuotas.Databases} databases is reached.");
        }

        transaction.Save(database);
        return new DatabaseResponse(DatabaseDescription.Of(database, transaction.Catalog, context));
    }
}
