using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Processor.Timestream;
using TelemetryAspire.ServiceDefaults;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Processor;

/// <summary>Writes the readings of a batch to Timestream.</summary>
/// <remarks>
/// A record is handled when every row of its reading is in the table, by us or in a newer version. The rows depend on
/// the record alone, so a batch may be given again, whole or in part: it writes the same rows.
/// </remarks>
internal sealed class ProcessTelemetry(
    ReadingMapper mapper,
    ClockPolicy clock,
    TimestreamBatchWriter writer,
    IOptions<TelemetryOptions> options,
    TimeProvider timeProvider)
{
    /// <summary>Maps, writes and tells which records failed and why.</summary>
    [Function("ProcessTelemetry")]
    [ExponentialBackoffRetry(5, "00:00:01", "00:00:30")]
    public async Task<KinesisBatchResult> RunAsync(
        [KinesisTrigger("%Telemetry:StreamName%", BatchSize = 500)] KinesisBatch batch,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var plan = WritePlan.For(batch.Records, mapper, clock, options.Value.Mapping);
        ProcessorInstrumentation.LinkProducers(plan.Readings);
        var outcomes = await writer.WriteAsync(plan.Rows, cancellationToken);

        var failures = new List<BatchItemFailure>(plan.Failures);
        foreach (var reading in plan.Readings)
        {
            if (ReadingOutcome.FindFailure(reading, outcomes) is { } failure)
            {
                failures.Add(failure);
            }
            else
            {
                ProcessorInstrumentation.ReadingWritten(reading, timeProvider.GetUtcNow());
            }
        }

        return failures.Count == 0 ? KinesisBatchResult.Success : new KinesisBatchResult(failures);
    }
}
