using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TelemetryAspire.Telemetry;

/// <summary>The meter, the activity source and the instruments of the services that handle telemetry.</summary>
/// <remarks>
/// Names follow OpenTelemetry's conventions: dots between nouns, units in UCUM, durations in seconds.
/// </remarks>
public static class TelemetryInstrumentation
{
    /// <summary>The name of the meter and of the activity source, to subscribe to.</summary>
    public const string Name = "TelemetryAspire.Telemetry";

    /// <summary>The source of the activities of the services.</summary>
    public static readonly ActivitySource ActivitySource = new(Name);

    /// <summary>The meter of the instruments below.</summary>
    public static readonly Meter Meter = new(Name);

    /// <summary>Records accepted by the stream; counted by whoever produces them.</summary>
    public static readonly Counter<long> RecordsProduced = Meter.CreateCounter<long>(
        "telemetry.records.produced", "{record}", "Records the stream has accepted from this producer.");

    /// <summary>Timestream records that are in the table because this process wrote them.</summary>
    public static readonly Counter<long> RecordsWritten = Meter.CreateCounter<long>(
        "telemetry.records.written", "{record}", "Timestream records written.");

    /// <summary>Timestream records not written because the table has the same or a newer version.</summary>
    public static readonly Counter<long> RecordsSuperseded = Meter.CreateCounter<long>(
        "telemetry.records.superseded",
        "{record}",
        "Timestream records the table already has in this or a newer version.");

    /// <summary>Readings whose time was corrected to their arrival.</summary>
    public static readonly Counter<long> ReadingsCorrected = Meter.CreateCounter<long>(
        "telemetry.readings.corrected", "{reading}", "Readings whose time was corrected to their arrival.");

    /// <summary>Records per WriteRecords or PutRecordBatch call.</summary>
    public static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>(
        "telemetry.write.batch.size", "{record}", "Records in one call to the sink.");

    /// <summary>How long one WriteRecords or PutRecordBatch call took.</summary>
    public static readonly Histogram<double> WriteDuration = Meter.CreateHistogram<double>(
        "telemetry.write.duration", "s", "Duration of one call to the sink.");

    /// <summary>How old a reading is when it has been written, by the writer's clock.</summary>
    public static readonly Histogram<double> Freshness = Meter.CreateHistogram<double>(
        "telemetry.freshness", "s", "Time from the event to its being written.");

    /// <summary>Records handed over to the delivery stream.</summary>
    public static readonly Counter<long> RecordsForwarded = Meter.CreateCounter<long>(
        "telemetry.records.forwarded", "{record}", "Records the delivery stream or the lake has accepted.");

    /// <summary>Entries of PutRecordBatch calls that failed and were sent again.</summary>
    public static readonly Counter<long> FirehoseFailedPuts = Meter.CreateCounter<long>(
        "telemetry.firehose.failed_puts", "{record}", "Entries of PutRecordBatch calls that Firehose did not take.");
}
