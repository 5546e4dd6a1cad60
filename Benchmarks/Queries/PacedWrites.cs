using System.Collections.Concurrent;
using TelemetryAspire.Benchmarks.Load;

namespace TelemetryAspire.Benchmarks.Queries;

/// <summary>Writes records at a steady rate, as devices do, while something else is measured.</summary>
/// <remarks>
/// The calls overlap, so that no call waits for the commit of the one before: each lane calls at fixed times of its own.
/// A lane that is late calls at once until it has caught up, so the rate holds for as long as the server can keep it.
/// </remarks>
internal sealed class PacedWrites
{
    private const int Lanes = 16;

    private readonly AwsHttp _http;
    private readonly WriteRecordsBody[] _bodies;
    private readonly TimeSpan _period;
    private readonly DateTimeOffset _first;
    private readonly Task _lanes;
    private readonly ConcurrentQueue<double> _latencies = [];
    private volatile bool _isStopping;
    private long _records;

    private PacedWrites(AwsHttp http, string table, int devices, int recordsPerSecond, DateTimeOffset first)
    {
        _http = http;
        var groups = devices / WriteRecordsBody.DevicesPerCaller;
        _bodies = [.. Enumerable.Range(0, Lanes).Select(lane => new WriteRecordsBody(table, table, lane % groups))];
        _period = TimeSpan.FromSeconds((double)Lanes * WriteRecordsBody.RecordsPerCall / recordsPerSecond);
        _first = first;
        _lanes = Task.WhenAll(Enumerable.Range(0, Lanes).Select(RunAsync));
    }

    /// <summary>How many records the server has acknowledged so far.</summary>
    public long Records => Interlocked.Read(ref _records);

    /// <summary>Begins to write into a table, with times from the first one on as they pass.</summary>
    public static PacedWrites Start(AwsHttp http, string table, int devices, int recordsPerSecond, DateTimeOffset first) =>
        new(http, table, devices, recordsPerSecond, first);

    /// <summary>Milliseconds of the latest calls, in order of length.</summary>
    public IReadOnlyList<double> Latencies(int last) => [.. _latencies.TakeLast(last).Order()];

    /// <exception cref="HttpRequestException">A call failed.</exception>
    public async Task StopAsync()
    {
        _isStopping = true;
        await _lanes;
    }

    private async Task RunAsync(int lane)
    {
        await Task.Yield();
        var start = TimeProvider.System.GetTimestamp();
        for (long call = 0; !_isStopping; call++)
        {
            var due = _period * (call + ((double)lane / Lanes));
            var wait = due - TimeProvider.System.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System);
            }

            var body = _bodies[lane].At((_first + due).ToUnixTimeMilliseconds() * 1_000_000, version: 1_000_000_000_000_000_000);
            var called = TimeProvider.System.GetTimestamp();
            using var response = await _http.CallAsync("Timestream_20181101.WriteRecords", body, CancellationToken.None);
            _latencies.Enqueue(TimeProvider.System.GetElapsedTime(called).TotalMilliseconds);
            Interlocked.Add(ref _records, WriteRecordsBody.RecordsPerCall);
        }
    }
}
