using TelemetryAspire.DataLakeForwarder.Firehose;
using TelemetryAspire.DataLakeForwarder.Lake;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.DataLakeForwarder;

/// <summary>Hands every record's bytes over to the data lake.</summary>
/// <remarks>
/// It looks at no record: what is malformed for the Processor is as much part of the raw data as the rest. So no record
/// is poison here, and whatever goes wrong is an outage, waited out by the host: also a delivery stream or a bucket
/// that does not exist. Each failure names the one it met, so that the host's health and log say what is missing.
/// </remarks>
internal sealed class ForwardTelemetry(DeliveryStreamWriter deliveryStream, OversizeWriter oversize)
{
    /// <summary>Forwards the records in order and tells which have to be given again.</summary>
    [Function("ForwardTelemetry")]
    [ExponentialBackoffRetry(5, "00:00:01", "00:00:30")]
    public async Task<KinesisBatchResult> RunAsync(
        [KinesisTrigger("%Telemetry:StreamName%", BatchSize = 500)] KinesisBatch batch,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var plan = ForwardPlan.For(batch.Records);
        var failures = new List<BatchItemFailure>();
        failures.AddRange(await deliveryStream.WriteAsync(plan.Batches, cancellationToken));
        failures.AddRange(await oversize.WriteAsync(plan.Oversize, batch.ShardId, cancellationToken));

        ForwarderInstrumentation.CountForwarded(batch.Records.Count - failures.Count);
        return failures.Count == 0 ? KinesisBatchResult.Success : new KinesisBatchResult(failures);
    }
}
