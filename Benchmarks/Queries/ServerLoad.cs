using System.Globalization;
using TelemetryAspire.Benchmarks.Load;
using TelemetryAspire.Benchmarks.Servers;

namespace TelemetryAspire.Benchmarks.Queries;

/// <summary>What a server took of the cores over a span of time, and what was written into it meanwhile.</summary>
internal sealed class ServerLoad
{
    private readonly ServerProcess _server;
    private readonly PacedWrites? _writes;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly TimeSpan _processorTime;
    private readonly long _records;
    private double _seconds;
    private IReadOnlyList<double> _latencies = [];

    public ServerLoad(ServerProcess server, PacedWrites? writes)
    {
        (_server, _writes) = (server, writes);
        (_processorTime, _records) = (server.ProcessorTime, writes?.Records ?? 0);
    }

    public double ProcessorSeconds { get; private set; }

    /// <summary>Records written.</summary>
    public long Records { get; private set; }

    public void Stop()
    {
        _seconds = TimeProvider.System.GetElapsedTime(_start).TotalSeconds;
        ProcessorSeconds = (_server.ProcessorTime - _processorTime).TotalSeconds;
        Records = (_writes?.Records ?? 0) - _records;
        _latencies = _writes?.Latencies(last: (int)(Records / WriteRecordsBody.RecordsPerCall)) ?? [];
    }

    /// <summary>The processor time that writing so many records would have taken here.</summary>
    public double Expected(long records) => Records == 0 ? 0 : ProcessorSeconds * records / Records;

    public string Describe(string when) => string.Create(
        CultureInfo.InvariantCulture,
        $"{when} LocalAws takes {ProcessorSeconds / _seconds:p0} of a core, and {Records / _seconds:n0} records/s are written "
        + $"(p50 {Quantiles.Of(_latencies, 0.5):f1} ms, p99 {Quantiles.Of(_latencies, 0.99):f1} ms a call).");
}
