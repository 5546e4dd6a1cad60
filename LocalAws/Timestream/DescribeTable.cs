using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record DescribeTableRequest(string? DatabaseName, string? TableName);

/// <summary>DescribeTable.</summary>
internal sealed class DescribeTable(TimestreamStore store) : IOperation<DescribeTableRequest, TableResponse>
{
    public ValueTask<TableResponse> InvokeAsync(
        DescribeTableRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var name = TableRequests.Check(request.DatabaseName, request.TableName);
        var table = TableRequests.Find(store.Catalog, name);
        return ValueTask.FromResult(new TableResponse(TableDescription.Of(table, context)));
    }
}
