using TelemetryAspire.Telemetry;

namespace TelemetryAspire.DataLakeForwarder;

/// <summary>What the DataLakeForwarder tells about itself, besides what the host tells of its function.</summary>
internal static class ForwarderInstrumentation
{
    private static readonly KeyValuePair<string, object?> Sink = new("sink", "firehose");

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
