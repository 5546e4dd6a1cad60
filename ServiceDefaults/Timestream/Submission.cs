using System.Diagnostics;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>
/// The records of one <see cref="TimestreamBatchWriter.WriteAsync"/> call, until all outcomes are known.
/// </summary>
internal sealed class Submission(int records)
{
    private readonly WriteOutcome[] _outcomes = new WriteOutcome[records];

    // The caller goes on elsewhere: its work must not hold up the batch that has just been written.
    private readonly TaskCompletionSource<IReadOnlyList<WriteOutcome>> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _open = records;

    /// <summary>The activity of the caller, if there is one.</summary>
    internal ActivityContext? Origin { get; } = Activity.Current?.Context;

    /// <summary>Ends with one outcome per record, in the caller's order.</summary>
    internal Task<IReadOnlyList<WriteOutcome>> Completion => _completion.Task;

    /// <summary>Whether the caller waits no longer, so that nobody would learn of an outcome.</summary>
    internal bool IsAbandoned { get; private set; }

    /// <summary>Says that the caller waits no longer.</summary>
    internal void Abandon() => IsAbandoned = true;

    /// <summary>Sets the outcome of one record, once.</summary>
    internal void Complete(int index, WriteOutcome outcome)
    {
        _outcomes[index] = outcome;
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _completion.TrySetResult(_outcomes);
        }
    }

    /// <summary>Ends the submission with an error of the writer itself.</summary>
    internal void Fail(Exception exception) => _completion.TrySetException(exception);
}

/// <summary>One record on its way to Timestream.</summary>
/// <param name="Record">What to write.</param>
/// <param name="Submission">Where it came from.</param>
/// <param name="Index">Its place there.</param>
internal readonly record struct PendingRecord(Record Record, Submission Submission, int Index);
