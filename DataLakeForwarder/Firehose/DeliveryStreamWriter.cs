using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.DataLakeForwarder.Firehose;

/// <summary>Puts lines into the delivery stream, and those again that it did not take.</summary>
/// <remarks>
/// PutRecordBatch answers 200 also when it took only some of the records (FailedPutCount), and each of the others may
/// be put again. A few quick attempts are made here, since the rest of the batch is in already. A call that fails as a
/// whole has had its retries in the SDK: it and what comes after it are left to the host, so that records stay in
/// order.
/// </remarks>
internal sealed class DeliveryStreamWriter(
    IAmazonKinesisFirehose firehose,
    string deliveryStreamName,
    ForwarderOptions options,
    TimeProvider timeProvider,
    Jitter jitter)
{
    /// <summary>The reason of records that wait for the delivery stream.</summary>
    internal const string Unavailable = "DeliveryStreamUnavailable";

    /// <summary>The longest wait between two attempts; longer outages are the host's to wait out.</summary>
    private static readonly TimeSpan LongestResendDelay = TimeSpan.FromSeconds(30);

    /// <summary>Puts the batches one after the other.</summary>
    /// <returns>The records that the delivery stream has not taken, all of them to be given again.</returns>
    internal async Task<IReadOnlyList<BatchItemFailure>> WriteAsync(
        IReadOnlyList<IReadOnlyList<LakeLine>> batches, CancellationToken cancellationToken)
    {
        List<BatchItemFailure> failures = [];
        for (var i = 0; i < batches.Count; i++)
        {
            try
            {
                failures.AddRange(await WriteBatchAsync(batches[i], cancellationToken));
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The boundary: whatever went wrong, nothing says that the records are to blame.
                var error = $"Delivery stream '{deliveryStreamName}': {exception.GetType().Name}: {exception.Message}";
                failures.AddRange(batches.Skip(i).SelectMany(batch => batch).Select(line => Failure(line, error)));
                break;
            }
        }

        return failures;
    }

    private async Task<IEnumerable<BatchItemFailure>> WriteBatchAsync(
        IReadOnlyList<LakeLine> lines, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var entries = await PutAsync(lines, cancellationToken);
            var failed = FailedPuts.Of(lines, entries);
            if (failed.Count == 0)
            {
                return [];
            }

            ForwarderInstrumentation.CountFailedPuts(failed.Count);
            if (attempt == options.MaxAttempts)
            {
                return failed.Select(put => Failure(put.Line, $"Delivery stream '{deliveryStreamName}': {put.Error}"));
            }

            lines = [.. failed.Select(put => put.Line)];
            await Task.Delay(
                Backoff.Delay(attempt - 1, options.ResendDelay, LongestResendDelay, jitter),
                timeProvider,
                cancellationToken);
        }
    }

    private async Task<List<PutRecordBatchResponseEntry>?> PutAsync(
        IReadOnlyList<LakeLine> lines, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        try
        {
            var response = await firehose.PutRecordBatchAsync(
                new PutRecordBatchRequest
                {
                    DeliveryStreamName = deliveryStreamName,
                    Records = [.. lines.Select(line => new Record { Data = line.Open() })],
                },
                cancellationToken);
            return response.RequestResponses;
        }
        finally
        {
            ForwarderInstrumentation.RecordCall(lines.Count, timeProvider.GetElapsedTime(started));
        }
    }

    private static BatchItemFailure Failure(LakeLine line, string error) =>
        new(line.Record.SequenceNumber, FailureKind.Transient, Unavailable, error);
}
