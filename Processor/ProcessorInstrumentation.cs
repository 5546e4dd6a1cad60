using System.Diagnostics;
using TelemetryAspire.Processor.Timestream;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Processor;

/// <summary>What the Processor tells about itself.</summary>
/// <remarks>
/// Rows are counted by the writer, which knows what became of each; dead letters and batches by the host.
/// </remarks>
internal static class ProcessorInstrumentation
{
    /// <summary>More links than this say no more, and exporters cut them off (OpenTelemetry's default limit).</summary>
    private const int MaxLinks = 128;

    /// <summary>Links the host's activity of this batch to the activities in which its records were produced.</summary>
    internal static void LinkProducers(IReadOnlyList<PlannedReading> readings)
    {
        if (Activity.Current is not { IsAllDataRequested: true } activity)
        {
            return;
        }

        var origins = readings.Select(reading => reading.TraceParent).OfType<string>().Distinct();
        foreach (var origin in origins.Take(MaxLinks))
        {
            if (ActivityContext.TryParse(origin, null, isRemote: true, out var producer))
            {
                activity.AddLink(new ActivityLink(producer));
            }
        }
    }

    /// <summary>Measures a reading whose rows are all in the table.</summary>
    internal static void ReadingWritten(PlannedReading reading, DateTimeOffset now)
    {
        var time = DateTimeOffset.UnixEpoch.AddTicks(reading.TimeNanoseconds / TimeSpan.NanosecondsPerTick);
        TelemetryInstrumentation.Freshness.Record((now - time).TotalSeconds);
        if (reading.IsCorrected)
        {
            TelemetryInstrumentation.ReadingsCorrected.Add(1);
        }
    }
}
