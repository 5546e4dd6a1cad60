using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record DescribeDatabaseRequest(string? DatabaseName);

/// <summary>DescribeDatabase.</summary>
internal sealed class DescribeDatabase(TimestreamStore store) : IOperation<DescribeDatabaseRequest, DatabaseResponse>
{
    public ValueTask<DatabaseResponse> InvokeAsync(
        DescribeDatabaseRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("databaseName", request.DatabaseName);
        validation.ThrowIfFailed();
        var catalog = store.Catalog;
        var database = catalog.Databases.GetValueOrDefault(request.DatabaseName!)
            ?? throw TimestreamErrors.DatabaseNotFound(request.DatabaseName!);
        return ValueTask.FromResult(new DatabaseResponse(DatabaseDescription.Of(database, catalog, context)));
    }
}
