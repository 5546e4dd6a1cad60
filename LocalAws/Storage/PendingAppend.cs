namespace TelemetryAspire.LocalAws.Storage;

/// <summary>A batch on its way into a log, and what its caller waits for.</summary>
internal sealed class PendingAppend(LogBatch batch, long timestamp)
{
    // The thread that commits has other writes to commit: callers go on elsewhere.
    private readonly TaskCompletionSource<long> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _firstNumber;

    public int Count => batch.Count;

    public long Timestamp => timestamp;

    /// <summary>The number of the batch's first record, once all of it is durable under the log's policy.</summary>
    public Task<long> Committed => _completion.Task;

    /// <summary>Gives the records their numbers and returns what to write.</summary>
    public ReadOnlyMemory<byte> Seal(long firstNumber)
    {
        _firstNumber = firstNumber;
        return batch.Seal(firstNumber, timestamp);
    }

    public void Complete() => _completion.SetResult(_firstNumber);

    public void Fail(Exception exception) => _completion.SetException(exception);
}
