using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Reports;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>The way of records into a table, whether WriteRecords or a scheduled query brings them.</summary>
internal sealed class RecordIngestion(TimestreamStore store, RejectedDataReports reports, TimeProvider timeProvider)
{
    /// <summary>
    /// Stores those inside the table's window that have its partition key and pass the version rule; returns once they
    /// are committed.
    /// </summary>
    /// <returns>How many were stored, and the others' rejections.</returns>
    public async Task<WriteOutcome> IngestAsync(
        TableEntry table, IReadOnlyList<IncomingRecord> records, CancellationToken cancellationToken)
    {
        var rejections = new List<RecordRejection>();
        var accepted = Acceptable(records, table, rejections);
        var name = new TableName(table.DatabaseName, table.TableName);
        var outcome = await store.WriteAsync(name, accepted, cancellationToken);
        if (outcome.Late.Count > 0)
        {
            await reports.AddAsync(new RejectedData(table, outcome.Late), cancellationToken);
        }

        if (rejections.Count == 0)
        {
            return outcome;
        }

        rejections.AddRange(outcome.Rejections);
        return outcome with { Rejections = rejections };
    }

    private List<IncomingRecord> Acceptable(
        IReadOnlyList<IncomingRecord> records, TableEntry table, List<RecordRejection> rejections)
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
