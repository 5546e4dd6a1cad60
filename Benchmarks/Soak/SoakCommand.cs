using System.Globalization;
using TelemetryAspire.Benchmarks.Load;
using TelemetryAspire.Benchmarks.Servers;

namespace TelemetryAspire.Benchmarks.Soak;

/// <summary>Watches the memory of LocalAws under a steady load, while retention trims what is older than a day.</summary>
/// <remarks>
/// The shortest retention is 24 hours, so the clock goes faster: at 240 times real time, what was put 6 minutes ago is
/// out of retention. Nothing else differs from LocalAws as it runs for its users.
/// </remarks>
internal sealed class SoakCommand(BenchmarkOptions options, TextWriter output)
{
    private const string Stream = "soak";
    private const int Shards = 4;
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMinutes(1);

    private long _put;
    private long _read;

    public async Task RunAsync()
    {
        var data = Directory.CreateDirectory(Path.Combine(options.Directory, $"localaws-{Guid.NewGuid():n}"));
        try
        {
            await using var server = await FastServer.StartAsync(data.FullName, options.ClockSpeed);
            await RunAsync(server, data);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private async Task RunAsync(ServerProcess server, DirectoryInfo data)
    {
        using var http = new AwsHttp(server.Url);
        await http.CallAsync(
            "Kinesis_20131202.CreateStream",
            $$"""{"StreamName":"{{Stream}}","ShardCount":{{Shards}}}""",
            CancellationToken.None);
        using var stopping = new CancellationTokenSource(TimeSpan.FromMinutes(options.Minutes));
        Task[] load = [PutAsync(http, stopping.Token), .. Enumerable.Range(0, Shards)
            .Select(shard => ReadAsync(http, shard, stopping.Token))];
        await ReportAsync(server, data, load, stopping.Token);
        await Task.WhenAll(load);
    }

    private async Task ReportAsync(ServerProcess server, DirectoryInfo data, Task[] load, CancellationToken stopping)
    {
        await output.WriteLineAsync("| minute | records put | records read | RSS MiB | peak RSS MiB | data MiB | segments |");
        await output.WriteLineAsync("|--:|--:|--:|--:|--:|--:|--:|");
        for (var minute = 1; !stopping.IsCancellationRequested; minute++)
        {
            var interval = Task.Delay(ReportInterval, TimeProvider.System, CancellationToken.None);
            if (await Task.WhenAny([interval, .. load]) is var ended && ended != interval && ended.IsFaulted)
            {
                await ended;
            }

            await interval;
            var segments = data.EnumerateFiles("*.log", SearchOption.AllDirectories).ToList();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {minute} | {Interlocked.Read(ref _put):n0} | {Interlocked.Read(ref _read):n0} "
                + $"| {server.Mebibytes:f0} | {server.PeakMebibytes:f0} "
                + $"| {segments.Sum(LengthOf) / 1048576.0:f0} | {segments.Count} |"));
        }
    }

    /// <summary>A segment may be trimmed between being listed and being asked.</summary>
    private static long LengthOf(FileInfo segment)
    {
        segment.Refresh();
        return segment.Exists ? segment.Length : 0;
    }

    /// <summary>Puts at the rate asked for, or as fast as LocalAws takes it.</summary>
    private async Task PutAsync(AwsHttp http, CancellationToken stopping)
    {
        var load = new PutRecordsLoad(http, Stream);
        var start = TimeProvider.System.GetTimestamp();
        while (!stopping.IsCancellationRequested)
        {
            var due = (long)(TimeProvider.System.GetElapsedTime(start).TotalSeconds * options.RecordsPerSecond);
            var calls = (int)Math.Min(options.Connections, (due - _put) / TelemetryBodies.RecordsPerCall);
            if (calls <= 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, CancellationToken.None);
                continue;
            }

            var put = await Task.WhenAll(Enumerable.Range(0, calls).Select(
                caller => load.CallAsync(caller, CancellationToken.None)));
            Interlocked.Add(ref _put, put.Sum());
        }
    }

    /// <summary>Reads a shard from its oldest record on, and again from the oldest when it is at the newest.</summary>
    private async Task ReadAsync(AwsHttp http, int shard, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var load = new GetRecordsLoad(http, Stream, [$"shardId-{shard:d12}"], callers: 1);
                while (!stopping.IsCancellationRequested && await load.CallAsync(0, CancellationToken.None) is var read)
                {
                    Interlocked.Add(ref _read, read);
                    await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
                }
            }
            catch (HttpRequestException exception) when (exception.Message.Contains("ExpiredIterator", StringComparison.Ordinal))
            {
                // Five minutes are little more than a second on the fast clock; reading begins again.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
            }
        }
    }
}
