using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost.Shards;

namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>Gives records of one shard to the function once, and says how that ended.</summary>
internal sealed class BatchInvocation(
    KinesisFunction function,
    StreamIdentity stream,
    ShardId shardId,
    FunctionInvoker invoker,
    IOutageClassifier classifier,
    ILogger<BatchInvocation> logger)
{
    private readonly TagList _tags = FunctionHostInstrumentation.Tags(function.Definition.Name, stream.Name, shardId);

    /// <summary>The tags of everything measured for this function and shard.</summary>
    public TagList Tags => _tags;

    /// <summary>A batch of this stream and shard.</summary>
    public KinesisBatch Batch(IReadOnlyList<KinesisRecord> records) => new()
    {
        StreamName = stream.Name,
        StreamArn = stream.Arn,
        ShardId = shardId,
        Records = records,
    };

    /// <summary>Invokes the function with <paramref name="records"/>.</summary>
    /// <param name="records">The records, at least one.</param>
    /// <param name="retry">Which attempt this is.</param>
    /// <param name="read">The trace context of the read that brought them.</param>
    /// <param name="stop">Stage two cancels the invocation.</param>
    /// <exception cref="OperationCanceledException">The host gave up waiting; how it ended does not count.</exception>
    public async Task<BatchAttempt> InvokeAsync(
        IReadOnlyList<KinesisRecord> records, int retry, ActivityContext read, StopSignals stop)
    {
        using var scope = logger.BeginScope(Scope(records));
        using var activity = FunctionHostInstrumentation.Activities.StartActivity(
            "process " + stream.Name, ActivityKind.Consumer, default(ActivityContext), _tags, Links(read));
        activity?.SetTag("messaging.batch.message_count", records.Count);
        FunctionHostInstrumentation.BatchSize.Record(records.Count, _tags);
        if (retry > 0)
        {
            FunctionHostInstrumentation.InvocationRetries.Add(1, _tags);
        }

        try
        {
            var context = new RetryContext(retry, function.Definition.Retry.MaxRetryCount);
            var result = await invoker.InvokeAsync(
                function.Definition, Batch(records), json: null, context, _tags, stop.GiveUp);
            return new BatchAttempt.Returned(FailuresOf((KinesisBatchResult?)result, records));
        }
        catch (Exception) when (stop.GiveUp.IsCancellationRequested)
        {
            // Whatever it was, it came after the host gave up on the invocation: it says nothing about the records.
            throw new OperationCanceledException(stop.GiveUp);
        }
        catch (Exception exception) when (classifier.IsOutage(exception))
        {
            return new BatchAttempt.Outage(exception);
        }
        catch (Exception exception)
        {
            return new BatchAttempt.Threw(exception);
        }
    }

    private static Dictionary<SequenceNumber, BatchItemFailure> FailuresOf(
        KinesisBatchResult? result, IReadOnlyList<KinesisRecord> records)
    {
        var failures = new Dictionary<SequenceNumber, BatchItemFailure>();
        if (result is null || result.BatchItemFailures.Count == 0)
        {
            return failures;
        }

        var known = records.Select(record => record.SequenceNumber).ToHashSet();
        foreach (var failure in result.BatchItemFailures)
        {
            if (!known.Contains(failure.SequenceNumber))
            {
                throw new InvalidOperationException(
                    $"The function reported a failure of record {failure.SequenceNumber}, which is not in its batch.");
            }

            // Named twice: transient wins, since giving a record up is the one thing that cannot be taken back.
            if (!failures.TryGetValue(failure.SequenceNumber, out var other) || other.Kind == FailureKind.Poison)
            {
                failures[failure.SequenceNumber] = failure;
            }
        }

        return failures;
    }

    private static ActivityLink[] Links(ActivityContext read) => read == default ? [] : [new ActivityLink(read)];

    private KeyValuePair<string, object?>[] Scope(IReadOnlyList<KinesisRecord> records) =>
    [
        new("Function", function.Definition.Name),
        new("Stream", stream.Name),
        new("ShardId", shardId.Value),
        new("SequenceNumber", string.Create(
            CultureInfo.InvariantCulture, $"{records[0].SequenceNumber}..{records[^1].SequenceNumber}")),
    ];
}
