namespace TelemetryAspire.Benchmarks.Reports;

/// <summary>What a scenario came to.</summary>
internal sealed record Measurement
{
    public required string Server { get; init; }

    public required string Scenario { get; init; }

    /// <summary>Records or objects moved.</summary>
    public required long Records { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>What the server took of the cores.</summary>
    public required TimeSpan ProcessorTime { get; init; }

    /// <summary>What the load generator took of the same cores.</summary>
    public required TimeSpan GeneratorTime { get; init; }

    public required double PeakMebibytes { get; init; }

    /// <summary>Timestamp ticks of each call, in order of length.</summary>
    public required IReadOnlyList<long> Latencies { get; init; }

    public double RecordsPerSecond => Records / Elapsed.TotalSeconds;

    public double ProcessorSecondsPerMillion => ProcessorTime.TotalSeconds * 1e6 / Math.Max(Records, 1);

    public double LatencyMilliseconds(double quantile) => Latencies.Count == 0
        ? double.NaN
        : Latencies[(int)(quantile * (Latencies.Count - 1))] * 1000.0 / TimeProvider.System.TimestampFrequency;
}
