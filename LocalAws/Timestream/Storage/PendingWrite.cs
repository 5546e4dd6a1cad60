using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Reports;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>A request's records on their way through the writer, and what has become of them so far.</summary>
internal sealed class PendingWrite(TableName table, IReadOnlyList<IncomingRecord> records)
{
    private readonly TaskCompletionSource<WriteOutcome> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<RecordRejection> _rejections = [];
    private readonly List<LateRejection> _late = [];
    private int _memoryStore;
    private int _magneticStore;

    public TableName Table { get; } = table;

    public IReadOnlyList<IncomingRecord> Records { get; } = records;

    /// <summary>Completes when the accepted records are committed.</summary>
    public Task<WriteOutcome> Completion => _completion.Task;

    public void Accept(IncomingRecord record)
    {
        if (record.IsMagnetic)
        {
            _magneticStore++;
        }
        else
        {
            _memoryStore++;
        }
    }

    public void Reject(RecordRejection rejection) => _rejections.Add(rejection);

    /// <summary>Rejects a record for its version: the magnetic store finds that out after it has taken the record.</summary>
    public void RejectVersion(IncomingRecord record, RecordRejection rejection)
    {
        if (record.IsMagnetic)
        {
            Accept(record);
            _late.Add(new LateRejection(record, rejection.Reason));
        }
        else
        {
            Reject(rejection);
        }
    }

    public void Complete() => _completion.TrySetResult(new WriteOutcome(_memoryStore, _magneticStore, _rejections, _late));

    public void Fail(Exception exception) => _completion.TrySetException(exception);
}
