namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>Records that wait to be appended to a <see cref="BufferLog"/>, perhaps together with others.</summary>
internal sealed class WaitingAppend(EntryBatch records)
{
    private readonly TaskCompletionSource<AppendResult> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long[] _numbers = new long[records.Count];

    /// <summary>What became of the records, once it is known.</summary>
    public Task<AppendResult> Result => _result.Task;

    /// <summary>Their size.</summary>
    public int Bytes => records.Bytes;

    /// <summary>Adds the records to an append.</summary>
    public void AddTo(BufferPlan plan)
    {
        for (var i = 0; i < _numbers.Length; i++)
        {
            _numbers[i] = plan.Add(records, i);
        }
    }

    /// <summary>The append is in the log.</summary>
    public void Complete(bool needsAttention) => _result.SetResult(new AppendResult(_numbers, needsAttention));

    /// <summary>The append failed: nothing of it is in the log.</summary>
    public void Fail(Exception exception) => _result.SetException(exception);
}
