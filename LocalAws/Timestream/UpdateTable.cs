using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record UpdateTableRequest(
    string? DatabaseName,
    string? TableName,
    RetentionProperties? RetentionProperties,
    MagneticStoreWriteProperties? MagneticStoreWriteProperties,
    TableSchema? Schema);

/// <summary>UpdateTable: changes retention, magnetic writes or the partition key.</summary>
/// <remarks>
/// A longer memory retention does not take older records at once: the range that it opens stays closed until it has
/// filled (RejectedRecord of the API reference).
/// </remarks>
internal sealed class UpdateTable(TimestreamStore store, TimeProvider timeProvider)
    : IOperation<UpdateTableRequest, TableResponse>
{
    public async ValueTask<TableResponse> InvokeAsync(
        UpdateTableRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var name = TableRequests.Check(request.DatabaseName, request.TableName);
        var validation = new Validation();
        TableSettings.Check(ref validation, request.RetentionProperties, request.MagneticStoreWriteProperties);
        PartitionKeys.Check(ref validation, request.Schema);
        validation.ThrowIfFailed();
        var updated = await store.ChangeCatalogAsync(
            transaction => Update(transaction, name, request), cancellationToken);
        return new TableResponse(TableDescription.Of(updated, context));
    }

    private TableEntry Update(CatalogTransaction transaction, TableName name, UpdateTableRequest request)
    {
        var table = TableRequests.Find(transaction.Catalog, name);
        var now = timeProvider.GetUtcNow();
        var updated = TableSettings.Apply(table, request.RetentionProperties, request.MagneticStoreWriteProperties) with
        {
            PartitionKey = PartitionKeys.Update(table.PartitionKey, PartitionKeys.Read(request.Schema)),
            LastUpdatedTime = now,
        };
        if (updated.MemoryHours > table.MemoryHours)
        {
            var open = EpochNanos.From(now) - EpochNanos.From(TimeSpan.FromHours(table.MemoryHours));
            updated = updated with { MemoryFloorNanos = Math.Max(open, table.MemoryFloorNanos) };
        }

        transaction.Save(updated);
        return updated;
    }
}
