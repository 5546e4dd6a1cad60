using System.Diagnostics;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Processor.Timestream;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Processor;

/// <summary>What the Processor tells about itself. Rows are counted by the writer, which knows what became of each.</summary>
internal static class ProcessorInstrumentation
{
    /// <summary>More links than this say no more, and exporters cut them off (OpenTelemetry's default limit).</summary>
    private const int MaxLinks = 128;

    /// <summary>Starts the activity of one batch, linked to the activities in which its records were produced.</summary>
    internal static Activity? StartWrite(KinesisBatch batch, WritePlan plan)
    {
        var activity = TelemetryInstrumentation.ActivitySource.StartActivity($"process {batch.StreamName}", ActivityKind.Consumer);
        if (activity is not { IsAllDataRequested: true })
        {
            return activity;
        }

        activity.SetTag("messaging.system", "aws_kinesis");
        activity.SetTag("messaging.destination.name", batch.StreamName);
        activity.SetTag("messaging.destination.partition.id", batch.ShardId.Value);
        activity.SetTag("messaging.batch.message_count", batch.Records.Count);
        foreach (var origin in plan.Readings.Select(reading => reading.TraceParent).OfType<string>().Distinct().Take(MaxLinks))
        {
            if (ActivityContext.TryParse(origin, null, isRemote: true, out var producer))
            {
                activity.AddLink(new ActivityLink(producer));
            }
        }

        return activity;
    }

    internal static void ReadingWritten(PlannedReading reading, DateTimeOffset now)
    {
        var age = now - DateTimeOffset.UnixEpoch - TimeSpan.FromTicks(reading.TimeNanoseconds / TimeSpan.NanosecondsPerTick);
        TelemetryInstrumentation.Freshness.Record(age.TotalSeconds);
        if (reading.IsCorrected)
        {
            TelemetryInstrumentation.ReadingsCorrected.Add(1);
        }
    }

    internal static void CountPoison(IReadOnlyList<BatchItemFailure> failures)
    {
        foreach (var failure in failures)
        {
            if (failure.Kind == FailureKind.Poison)
            {
                TelemetryInstrumentation.RecordsPoisoned.Add(1, new KeyValuePair<string, object?>("reason", failure.Reason));
            }
        }
    }
}
