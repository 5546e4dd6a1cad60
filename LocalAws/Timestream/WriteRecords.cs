using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Reports;
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
internal sealed class WriteRecords(TimestreamStore store, RejectedDataReports reports, TimeProvider timeProvider)
    : IOperation<WriteRecordsRequest, WriteRecordsResponse>
{
    public async ValueTask<WriteRecordsResponse> InvokeAsync(
        WriteRecordsRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        WriteRecordsConstraints.Check(request);
        var name = new TableName(request.DatabaseName!, request.TableName!);
        var table = TableRequests.Find(store.Catalog, name);
        var records = RecordReader.Read(request);
        var rejections = new List<RecordRejection>();
        var accepted = Acceptable(records, table, rejections);
        var outcome = await store.WriteAsync(name, accepted, cancellationToken);
        if (outcome.Late.Count > 0)
        {
            await reports.AddAsync(new RejectedData(table, outcome.Late), cancellationToken);
        }

        rejections.AddRange(outcome.Rejections);
        if (rejections.Count > 0)
        {
            throw TimestreamErrors.RejectedRecords([.. rejections.OrderBy(rejection => rejection.RecordIndex)]);
        }

        var total = outcome.MemoryStore + outcome.MagneticStore;
        return new WriteRecordsResponse(new RecordsIngested(total, outcome.MemoryStore, outcome.MagneticStore));
    }

    private List<IncomingRecord> Acceptable(
        List<IncomingRecord> records, TableEntry table, List<RecordRejection> rejections)
    {
        var window = new IngestionWindow(timeProvider.GetUtcNow(), table);
        var accepted = new List<IncomingRecord>(records.Count);
        foreach (var record in records)
        {
            if ((window.Refuse(record.TimeNanos) ?? table.PartitionKey.Refuse(record.Series)) is { } reason)
            {
                rejections.Add(new RecordRejection(record.Index, reason));
            }
            else
            {
                record.IsMagnetic = window.IsMagnetic(record.TimeNanos);
                accepted.Add(record);
            }
        }

        return accepted;
    }
}
