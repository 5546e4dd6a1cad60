using System.Diagnostics;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.DataLakeForwarder;

/// <summary>What the DataLakeForwarder tells about itself.</summary>
internal static class ForwarderInstrumentation
{
    private static readonly KeyValuePair<string, object?> Sink = new("sink", "firehose");

    /// <summary>Starts the activity of one batch.</summary>
    internal static Activity? StartForward(KinesisBatch batch)
    {
        var activity = TelemetryInstrumentation.ActivitySource.StartActivity($"process {batch.StreamName}", ActivityKind.Consumer);
        activity?.SetTag("messaging.system", "aws_kinesis");
        activity?.SetTag("messaging.destination.name", batch.StreamName);
        activity?.SetTag("messaging.destination.partition.id", batch.ShardId.Value);
        activity?.SetTag("messaging.batch.message_count", batch.Records.Count);
        return activity;
    }

    /// <summary>Measures one PutRecordBatch call, whatever its answer.</summary>
    internal static void RecordCall(int records, TimeSpan duration)
    {
        TelemetryInstrumentation.BatchSize.Record(records, Sink);
        TelemetryInstrumentation.WriteDuration.Record(duration.TotalSeconds, Sink);
    }

    internal static void CountFailedPuts(int entries) => TelemetryInstrumentation.FirehoseFailedPuts.Add(entries);

    internal static void CountForwarded(int records)
    {
        if (records > 0)
        {
            TelemetryInstrumentation.RecordsForwarded.Add(records);
        }
    }
}
