using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>How many records were accepted, and which store took them.</summary>
internal sealed record RecordsIngested(int Total, int MemoryStore, int MagneticStore);

internal sealed record WriteRecordsResponse(RecordsIngested RecordsIngested);

/// <summary>
/// WriteRecords: validates all records, stores those inside the table's window that pass the version rule, and answers
/// once they are committed. When some are refused the others are stored all the same, and the answer is
/// RejectedRecordsException.
/// </summary>
internal sealed class WriteRecords(TimestreamStore store, RecordIngestion ingestion)
    : IOperation<WriteRecordsRequest, WriteRecordsResponse>
{
    public async ValueTask<WriteRecordsResponse> InvokeAsync(
        WriteRecordsRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        WriteRecordsConstraints.Check(request);
        var name = new TableName(request.DatabaseName!, request.TableName!);
        var table = TableRequests.Find(store.Catalog, name);
        var outcome = await ingestion.IngestAsync(table, RecordReader.Read(request), cancellationToken);
        if (outcome.Rejections.Count > 0)
        {
            throw TimestreamErrors.RejectedRecords([.. outcome.Rejections.OrderBy(rejection => rejection.RecordIndex)]);
        }

        var total = outcome.MemoryStore + outcome.MagneticStore;
        return new WriteRecordsResponse(new RecordsIngested(total, outcome.MemoryStore, outcome.MagneticStore));
    }
}
