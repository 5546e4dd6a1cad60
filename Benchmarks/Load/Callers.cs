using System.Diagnostics;
using TelemetryAspire.Benchmarks.Reports;
using TelemetryAspire.Benchmarks.Servers;

namespace TelemetryAspire.Benchmarks.Load;

/// <summary>Runs a load with a number of callers, each of which calls again as soon as it is answered.</summary>
internal sealed class Callers(ServerProcess server, ILoad load, BenchmarkOptions options)
{
    private long _records;
    private volatile bool _isMeasuring;

    /// <summary>Warms up, measures, and lets every call come to its end.</summary>
    public async Task<Measurement> MeasureAsync(string scenario)
    {
        using var stopping = new CancellationTokenSource();
        var latencies = new List<long>[options.Connections];
        var callers = Enumerable.Range(0, options.Connections)
            .Select(caller => CallAsync(caller, latencies[caller] = [], stopping.Token))
            .ToList();
        await WaitAsync(options.WarmupSeconds, callers);
        server.ResetPeak();
        var processorTime = server.ProcessorTime;
        var generatorTime = Process.GetCurrentProcess().TotalProcessorTime;
        var records = Interlocked.Read(ref _records);
        var start = TimeProvider.System.GetTimestamp();
        _isMeasuring = true;
        await WaitAsync(options.Seconds, callers);
        _isMeasuring = false;
        var measurement = new Measurement
        {
            Server = server.Name,
            Scenario = scenario,
            Records = Interlocked.Read(ref _records) - records,
            Elapsed = TimeProvider.System.GetElapsedTime(start),
            ProcessorTime = server.ProcessorTime - processorTime,
            GeneratorTime = Process.GetCurrentProcess().TotalProcessorTime - generatorTime,
            PeakMebibytes = server.PeakMebibytes,
            Latencies = [],
        };
        await stopping.CancelAsync();
        await Task.WhenAll(callers);
        return measurement with { Latencies = [.. latencies.SelectMany(ticks => ticks).Order()] };
    }

    private async Task CallAsync(int caller, List<long> latencies, CancellationToken stopping)
    {
        // The loop of a caller must not begin on the thread that starts the others.
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            var start = TimeProvider.System.GetTimestamp();
            var records = await load.CallAsync(caller, CancellationToken.None);
            Interlocked.Add(ref _records, records);
            if (_isMeasuring)
            {
                latencies.Add(TimeProvider.System.GetTimestamp() - start);
            }
        }
    }

    /// <summary>Waits, or ends with the first caller that fails.</summary>
    private static async Task WaitAsync(double seconds, IEnumerable<Task> callers)
    {
        var time = Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        await await Task.WhenAny([time, .. callers]);
    }
}
