using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.Benchmarks.Load;
using TelemetryAspire.Benchmarks.Servers;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.Benchmarks.Start;

/// <summary>Measures how long LocalAws takes to start with much data, after a kill.</summary>
internal sealed class StartCommand(BenchmarkOptions options, TextWriter output)
{
    private const string Stream = "start";
    private const int Shards = 4;

    public async Task RunAsync()
    {
        var data = Directory.CreateDirectory(Path.Combine(options.Directory, $"localaws-{Guid.NewGuid():n}"));
        try
        {
            await CreateStreamAsync(data.FullName);
            await FillAsync(data);
            for (var run = 1; run <= 3; run++)
            {
                var start = TimeProvider.System.GetTimestamp();
                await using var server = await LocalAwsServer.StartAsync(data.FullName);
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Start {run}: {TimeProvider.System.GetElapsedTime(start).TotalSeconds:f2} s until it listens, "
                    + $"{server.Mebibytes:f0} MiB resident."));
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task CreateStreamAsync(string directory)
    {
        await using var server = await LocalAwsServer.StartAsync(directory);
        using var http = new AwsHttp(server.Url);
        await http.CallAsync(
            "Kinesis_20131202.CreateStream",
            $$"""{"StreamName":"{{Stream}}","ShardCount":{{Shards}}}""",
            CancellationToken.None);
    }

    /// <summary>Writes records with the log's own code, and without an orderly end, as a killed process leaves them.</summary>
    private async Task FillAsync(DirectoryInfo data)
    {
        var bytes = (long)(options.Gigabytes * 1e9 / Shards);
        var readings = TelemetryBodies.Readings(5_000).Select(
            reading => (Encoding.UTF8.GetBytes(reading.Device), Encoding.UTF8.GetBytes(reading.Json))).ToList();
        var directories = data.EnumerateDirectories("shardId-*", SearchOption.AllDirectories)
            .Select(shard => shard.FullName);
        await Task.WhenAll(directories.Select(directory => FillAsync(directory, bytes, readings)));
        var files = data.EnumerateFiles("*.log", SearchOption.AllDirectories).ToList();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{files.Sum(file => file.Length) / 1e9:f1} GB in {files.Count} segments of {Shards} shards."));
    }

    private static async Task FillAsync(string directory, long bytes, List<(byte[] Key, byte[] Data)> readings)
    {
        var log = RecordLog.Open(
            directory, new RecordLogOptions { Fsync = FsyncPolicy.Never }, NullLogger.Instance);
        for (long written = 0; written < bytes;)
        {
            using var batch = new LogBatch();
            foreach (var (key, json) in readings)
            {
                ShardRecord.Add(batch, key, json);
                written += RecordFrame.HeaderBytes + sizeof(ushort) + key.Length + json.Length;
            }

            await log.AppendAsync(batch, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        }

        log.Dispose();
    }
}
