using System.Diagnostics;
using System.Diagnostics.Metrics;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Measures what the writer does; each record and each call is counted here and nowhere else.</summary>
internal static class TimestreamInstrumentation
{
    private static readonly KeyValuePair<string, object?> Sink = new("sink", "timestream");

    private static readonly Counter<long> RecordsRejected = TelemetryInstrumentation.Meter.CreateCounter<long>(
        "telemetry.records.rejected", "{record}", "Timestream records refused for good.");

    private static readonly Counter<long> RecordsUnavailable = TelemetryInstrumentation.Meter.CreateCounter<long>(
        "telemetry.records.unavailable", "{record}", "Timestream records that could not be written for now.");

    /// <summary>Measures one WriteRecords call, whatever its answer.</summary>
    internal static void RecordCall(int records, TimeSpan duration)
    {
        TelemetryInstrumentation.BatchSize.Record(records, Sink);
        TelemetryInstrumentation.WriteDuration.Record(duration.TotalSeconds, Sink);
    }

    /// <summary>Counts the outcomes of the records of a batch.</summary>
    internal static void CountOutcomes(ReadOnlySpan<WriteOutcome> outcomes)
    {
        int written = 0, superseded = 0, rejected = 0, unavailable = 0;
        foreach (var outcome in outcomes)
        {
            _ = outcome switch
            {
                WriteOutcome.Written => written++,
                WriteOutcome.Superseded => superseded++,
                WriteOutcome.Rejected => rejected++,
                _ => unavailable++,
            };
        }

        Add(TelemetryInstrumentation.RecordsWritten, written);
        Add(TelemetryInstrumentation.RecordsSuperseded, superseded);
        Add(RecordsRejected, rejected);
        Add(RecordsUnavailable, unavailable);
    }

    /// <summary>Starts the activity of one batch, linked to the activities of all who gave records to it.</summary>
    internal static Activity? StartBatch(TimestreamTable table, ReadOnlySpan<PendingRecord> batch)
    {
        if (!TelemetryInstrumentation.ActivitySource.HasListeners())
        {
            return null;
        }

        var origins = new HashSet<ActivityContext>();
        foreach (var pending in batch)
        {
            if (pending.Submission.Origin is { } origin)
            {
                origins.Add(origin);
            }
        }

        return TelemetryInstrumentation.ActivitySource.StartActivity(
            $"WriteRecords {table.TableName}",
            ActivityKind.Client,
            parentContext: default,
            tags:
            [
                new("db.namespace", table.DatabaseName),
                new("db.collection.name", table.TableName),
                new("db.operation.name", "WriteRecords"),
                new("db.operation.batch.size", batch.Length),
            ],
            links: origins.Select(origin => new ActivityLink(origin)));
    }

    private static void Add(Counter<long> counter, int count)
    {
        if (count > 0)
        {
            counter.Add(count);
        }
    }
}
