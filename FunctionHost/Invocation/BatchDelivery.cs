using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost.DeadLetters;
using TelemetryAspire.FunctionHost.Retries;

namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>Brings a batch to the point where every record is handled: by the function, or as a dead letter.</summary>
/// <remarks>
/// It returns only then. It ends otherwise only with <see cref="OperationCanceledException"/> (the host stops), or with
/// the exception of <paramref name="checkpoint"/> (the shard was lost); the records not reported are read again later.
/// </remarks>
internal sealed partial class BatchDelivery(
    KinesisFunction function,
    string name,
    BatchInvocation invocation,
    DeadLetterWriter deadLetters,
    OutageHold hold,
    Jitter jitter,
    TimeProvider timeProvider,
    Func<SequenceNumber, StopSignals, Task> checkpoint,
    ILogger<BatchDelivery> logger)
{
    private readonly string _function = function.Definition.Name;
    private readonly RetryPolicy _policy = function.Definition.Retry;

    /// <summary>Delivers <paramref name="records"/>: in order, at least one.</summary>
    public Task DeliverAsync(IReadOnlyList<KinesisRecord> records, ActivityContext read, StopSignals stop) =>
        DeliverAsync(records, new BatchProgress(records), earlier: 0, read, stop);

    /// <param name="pending">The records.</param>
    /// <param name="progress">What was handled of the whole batch.</param>
    /// <param name="earlier">
    /// How often the function was invoked with the batch these are a part of; 0 if with none.
    /// </param>
    /// <param name="read">The trace context of the read that brought them.</param>
    /// <param name="stop">The stages of a stop.</param>
    private async Task DeliverAsync(
        IReadOnlyList<KinesisRecord> pending,
        BatchProgress progress,
        int earlier,
        ActivityContext read,
        StopSignals stop)
    {
        var (attempts, held, threw) = (0, 0, 0);
        while (pending.Count > 0)
        {
            switch (await invocation.InvokeAsync(pending, attempts++, read, stop))
            {
                case BatchAttempt.Returned returned:
                    var transient = await SettleAsync(
                        pending, returned.Failures, progress, earlier + attempts, stop);
                    // Whoever gets on, however slowly, is not made to wait longer.
                    held = transient.Count < pending.Count ? 0 : held + 1;
                    pending = transient;
                    await HoldOrRecoverAsync(pending, returned.Failures, held, stop);
                    break;

                case BatchAttempt.Outage outage:
                    await hold.HoldAsync(name, held++, Describe(outage.Exception), outage.Exception, stop);
                    break;

                case BatchAttempt.Threw failed:
                    hold.Recovered(name);
                    threw++;
                    if (MayRepeat(threw, pending.Count, isPart: earlier > 0))
                    {
                        await Task.Delay(_policy.Delay(threw, jitter), timeProvider, stop.StopReading);
                        break;
                    }

                    await IsolateAsync(pending, failed.Exception, earlier + attempts, progress, read, stop);
                    return;
            }
        }
    }

    /// <summary>Dead-letters a lone culprit; else goes on with each half, the first one first.</summary>
    private async Task IsolateAsync(
        IReadOnlyList<KinesisRecord> failed,
        Exception exception,
        int attempts,
        BatchProgress progress,
        ActivityContext read,
        StopSignals stop)
    {
        if (failed.Count == 1)
        {
            var culprit = new BatchItemFailure(
                failed[0].SequenceNumber, FailureKind.Poison, exception.GetType().Name, exception.ToString());
            await DeadLetterAsync(failed[0], culprit, progress, attempts, stop);
            return;
        }

        LogBisecting(name, failed.Count, exception);
        var half = failed.Count / 2;
        await DeliverAsync([.. failed.Take(half)], progress, attempts, read, stop);
        await DeliverAsync([.. failed.Skip(half)], progress, attempts, read, stop);
    }

    // The whole batch and the lone culprit have all the retries of the function's attribute; the parts in between have
    // none, or finding one bad record in 10,000 would wait for the retries fourteen times.
    private bool MayRepeat(int failures, int count, bool isPart) =>
        (!isPart || count == 1) && _policy.Allows(failures);

    /// <summary>
    /// Marks what was handled, dead-letters the poison, checkpoints, and returns what must be repeated.
    /// </summary>
    private async Task<IReadOnlyList<KinesisRecord>> SettleAsync(
        IReadOnlyList<KinesisRecord> records,
        IReadOnlyDictionary<SequenceNumber, BatchItemFailure> failures,
        BatchProgress progress,
        int attempts,
        StopSignals stop)
    {
        var transient = new List<KinesisRecord>();
        var handled = 0;
        foreach (var record in records)
        {
            switch (failures.GetValueOrDefault(record.SequenceNumber))
            {
                case null:
                    handled++;
                    progress.MarkHandled(record);
                    break;
                case { Kind: FailureKind.Transient }:
                    transient.Add(record);
                    break;
                case var poison:
                    await deadLetters.WriteAsync(_function, invocation.Batch(records), record, poison, attempts, stop);
                    progress.MarkHandled(record);
                    break;
            }
        }

        FunctionHostInstrumentation.RecordsHandled.Add(handled, invocation.Tags);
        await CheckpointAsync(progress, stop);
        return transient;
    }

    private async Task HoldOrRecoverAsync(
        IReadOnlyList<KinesisRecord> pending,
        IReadOnlyDictionary<SequenceNumber, BatchItemFailure> failures,
        int held,
        StopSignals stop)
    {
        if (pending.Count == 0)
        {
            hold.Recovered(name);
            return;
        }

        var first = failures[pending[0].SequenceNumber];
        var reason = first.Error is null ? first.Reason : $"{first.Reason}: {first.Error}";
        await hold.HoldAsync(name, held, $"{pending.Count} records to repeat, {reason}", exception: null, stop);
    }

    private async Task DeadLetterAsync(
        KinesisRecord record, BatchItemFailure failure, BatchProgress progress, int attempts, StopSignals stop)
    {
        await deadLetters.WriteAsync(_function, invocation.Batch([record]), record, failure, attempts, stop);
        progress.MarkHandled(record);
        await CheckpointAsync(progress, stop);
    }

    private Task CheckpointAsync(BatchProgress progress, StopSignals stop) =>
        progress.Watermark is { } watermark ? checkpoint(watermark, stop) : Task.CompletedTask;

    private static string Describe(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";

    [LoggerMessage(LogLevel.Warning, "{What}: a batch of {Count} records failed as a whole; each half is tried alone.")]
    private partial void LogBisecting(string what, int count, Exception exception);
}
