using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost.Retries;

namespace TelemetryAspire.FunctionHost.DeadLetters;

/// <summary>Writes the dead letters of a function, and waits out the store's outages.</summary>
internal sealed partial class DeadLetterWriter(
    IDeadLetterStore store, OutageHold hold, TimeProvider timeProvider, ILogger<DeadLetterWriter> logger)
{
    /// <summary>Keeps <paramref name="record"/>; when this completes, it is durable.</summary>
    /// <exception cref="OperationCanceledException">The host stopped while the store was out.</exception>
    public async Task WriteAsync(
        string function,
        KinesisBatch batch,
        KinesisRecord record,
        BatchItemFailure failure,
        int attempts,
        StopSignals stop)
    {
        var deadLetter = new DeadLetter
        {
            Function = function,
            StreamName = batch.StreamName,
            StreamArn = batch.StreamArn,
            ShardId = batch.ShardId.Value,
            SequenceNumber = record.SequenceNumber.ToString(),
            PartitionKey = record.PartitionKey,
            ArrivalTime = record.ApproximateArrivalTimestamp,
            Reason = failure.Reason,
            Error = failure.Error,
            Attempts = attempts,
            DeadLetteredAt = timeProvider.GetUtcNow(),
            Data = record.Data,
        };
        await hold.UntilItWorksAsync($"Dead letters of {function}", token => WriteOnceAsync(deadLetter, token), stop);

        var tags = FunctionHostInstrumentation.Tags(function, batch.StreamName, batch.ShardId);
        tags.Add("telemetry.reason", failure.Reason);
        FunctionHostInstrumentation.RecordsDeadLettered.Add(1, tags);
        LogDeadLettered(function, deadLetter.ShardId, deadLetter.SequenceNumber, failure.Reason, failure.Error);
    }

    private async Task<bool> WriteOnceAsync(DeadLetter deadLetter, CancellationToken cancellationToken)
    {
        await store.WriteAsync(deadLetter, cancellationToken);
        return true;
    }

    [LoggerMessage(
        LogLevel.Warning, "{Function} dead-lettered {ShardId}/{SequenceNumber}: {Reason}. {Error}")]
    private partial void LogDeadLettered(
        string function, string shardId, string sequenceNumber, string reason, string? error);
}
