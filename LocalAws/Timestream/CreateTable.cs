using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Storage;
using TelemetryAspire.LocalAws.Timestream.Tags;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record CreateTableRequest(
    string? DatabaseName,
    string? TableName,
    RetentionProperties? RetentionProperties,
    List<Tag>? Tags,
    MagneticStoreWriteProperties? MagneticStoreWriteProperties,
    TableSchema? Schema);

/// <summary>CreateTable: 6 hours in memory and 73,000 days in the magnetic store unless the request says otherwise.</summary>
internal sealed class CreateTable(TimestreamStore store, TimeProvider timeProvider)
    : IOperation<CreateTableRequest, TableResponse>
{
    public async ValueTask<TableResponse> InvokeAsync(
        CreateTableRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("databaseName", request.DatabaseName);
        ResourceNames.Check(ref validation, "tableName", request.TableName);
        TableSettings.Check(ref validation, request.RetentionProperties, request.MagneticStoreWriteProperties);
        PartitionKeys.Check(ref validation, request.Schema);
        TagRules.Check(ref validation, request.Tags);
        validation.ThrowIfFailed();
        var table = NewTable(request);
        var created = await store.ChangeCatalogAsync(transaction => Create(transaction, table), cancellationToken);
        return new TableResponse(TableDescription.Of(created, context));
    }

    private TableEntry NewTable(CreateTableRequest request)
    {
        var now = timeProvider.GetUtcNow();
        var table = new TableEntry
        {
            Id = 0,
            DatabaseName = request.DatabaseName!,
            TableName = request.TableName!,
            MemoryHours = TimestreamQuotas.DefaultMemoryHours,
            MagneticDays = TimestreamQuotas.DefaultMagneticDays,
            MagneticWrites = false,
            PartitionKey = PartitionKeys.Read(request.Schema) ?? PartitionKey.Measure,
            Tags = TagRules.Merge([], request.Tags),
            CreationTime = now,
            LastUpdatedTime = now,
        };
        return TableSettings.Apply(table, request.RetentionProperties, request.MagneticStoreWriteProperties);
    }

    private static TableEntry Create(CatalogTransaction transaction, TableEntry table)
    {
        if (!transaction.Catalog.Databases.ContainsKey(table.DatabaseName))
        {
            throw TimestreamErrors.DatabaseNotFound(table.DatabaseName);
        }

        if (transaction.Catalog.Tables.ContainsKey(new TableName(table.DatabaseName, table.TableName)))
        {
            throw TimestreamErrors.Conflict($"A table already exists with the name {table.TableName}.");
        }

        if (transaction.Catalog.Tables.Count >= TimestreamQuotas.Tables)
        {
            throw TimestreamErrors.QuotaExceeded($"The limit of {TimestreamQuotas.Tables} tables is reached.");
        }

        return transaction.Create(table);
    }
}
