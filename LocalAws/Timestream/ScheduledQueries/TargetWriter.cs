using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Reports;
using TelemetryAspire.LocalAws.Timestream.Sql;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>Writes the rows of one run into its target, as WriteRecords would, and collects what could not be written.</summary>
internal sealed class TargetWriter(
    TimestreamStore store, RecordIngestion ingestion, TimestreamTarget target, long version)
{
    /// <summary>Errors that a report holds: what is beyond is counted only, so that memory stays bounded.</summary>
    private const int MaxErrors = 1000;

    private readonly List<RecordInput> _batch = [];
    private readonly List<ReportedError> _errors = [];

    public IReadOnlyList<ReportedError> Errors => _errors;

    /// <summary>Records that are stored.</summary>
    public long Records { get; private set; }

    public long Rows { get; private set; }

    public async Task WriteAsync(RunningStatement statement, CancellationToken cancellationToken)
    {
        var mapping = new RowMapping(target, statement.Columns, version);
        while (statement.Rows.Read())
        {
            Rows++;
            var (records, error) = mapping.Map(statement.Rows);
            if (error is not null)
            {
                Report(new ReportedError(error, null));
            }

            foreach (var record in records)
            {
                _batch.Add(record);
                if (_batch.Count == TimestreamQuotas.RecordsPerRequest)
                {
                    await FlushAsync(cancellationToken);
                }
            }
        }

        await FlushAsync(cancellationToken);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        var table = TableRequests.Find(store.Catalog, new TableName(target.DatabaseName!, target.TableName!));
        var records = ReadBatch();
        _batch.Clear();
        if (records.Count == 0)
        {
            return;
        }

        var outcome = await ingestion.IngestAsync(table, records, cancellationToken);
        Records += outcome.MemoryStore + outcome.MagneticStore;
        foreach (var rejection in outcome.Rejections)
        {
            Report(new ReportedError(rejection.Reason, [ReportedRecord.Of(records[rejection.RecordIndex])]));
        }
    }

    /// <summary>The records of the batch; those that no table could hold are reported.</summary>
    private List<IncomingRecord> ReadBatch()
    {
        var valid = new List<RecordInput>(_batch.Count);
        foreach (var record in _batch)
        {
            try
            {
                Read([record]);
                valid.Add(record);
            }
            catch (AwsException exception)
            {
                Report(new ReportedError(exception.Message, null));
            }
        }

        return valid.Count == 0 ? [] : Read(valid);
    }

    private List<IncomingRecord> Read(List<RecordInput> records)
    {
        var request = new WriteRecordsRequest(target.DatabaseName, target.TableName, CommonAttributes: null, records);
        WriteRecordsConstraints.Check(request);
        return RecordReader.Read(request);
    }

    private void Report(ReportedError error)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(error);
        }
    }
}
