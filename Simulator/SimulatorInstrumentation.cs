using System.Diagnostics.Metrics;

namespace TelemetryAspire.Simulator;

/// <summary>What the Simulator tells about itself, beside the records produced that every producer counts.</summary>
internal static class SimulatorInstrumentation
{
    private static readonly Meter Meter = new("TelemetryAspire.Simulator");

    /// <summary>Records the stream refused for good, by tag <c>reason</c> (the error code) and <c>source</c>.</summary>
    internal static readonly Counter<long> RecordsRefused = Meter.CreateCounter<long>(
        "telemetry.records.refused",
        "{record}",
        "Records the stream will never take, such as those that are too large.");

    /// <summary>Entries of PutRecords calls that failed and were sent again.</summary>
    internal static readonly Counter<long> RecordsResent = Meter.CreateCounter<long>(
        "telemetry.records.resent", "{record}", "Entries of PutRecords calls the stream did not take at first.");
}
