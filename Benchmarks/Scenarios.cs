using TelemetryAspire.Benchmarks.Load;
using TelemetryAspire.Benchmarks.Reports;
using TelemetryAspire.Benchmarks.Servers;

namespace TelemetryAspire.Benchmarks;

/// <summary>The scenarios that are measured over HTTP, each on a server that was started for it.</summary>
internal sealed class Scenarios(BenchmarkOptions options, MarkdownReport report)
{
    private const string Stream = "benchmark";
    private const string Bucket = "benchmark";
    private const long RecordsToRead = 400_000;

    /// <summary>How long the records to read may take to be put; a slow server is read with fewer of them.</summary>
    private static readonly TimeSpan FillLimit = TimeSpan.FromSeconds(15);

    public async Task RunAsync(IReadOnlyList<string> names)
    {
        report.Begin(options);
        foreach (var name in names)
        {
            await (name switch
            {
                "put" => PutRecordsAsync(),
                "get" => GetRecordsAsync(),
                "others" => OthersAsync(),
                "firehose" => PutRecordBatchAsync(),
                "s3" => ObjectsAsync(),
                "write" => WithLocalAwsAsync(new TimestreamScenarios(options, report).WriteAsync),
                "rewrite" => WithLocalAwsAsync(new TimestreamScenarios(options, report).RewriteAsync),
                _ => throw new ArgumentException($"There is no scenario '{name}'."),
            });
        }
    }

    private async Task PutRecordsAsync()
    {
        foreach (var policy in options.Policies)
        {
            foreach (var shards in options.ShardCounts)
            {
                var suffix = policy == "GroupCommit" ? "" : $", Fsync={policy}";
                await WithLocalAwsAsync(
                    server => PutRecordsAsync(server, shards, suffix), $"--LocalAws:Fsync={policy}");
            }
        }
    }

    private async Task GetRecordsAsync()
    {
        foreach (var shards in options.ShardCounts)
        {
            await WithLocalAwsAsync(server => GetRecordsAsync(server, shards));
        }
    }

    private async Task OthersAsync()
    {
        foreach (var shards in options.ShardCounts)
        {
            await WithOthersAsync(server => PutRecordsAsync(server, shards, ""));
            await WithOthersAsync(server => GetRecordsAsync(server, shards));
        }

        string[] others = ["kinesis-local", "moto_server"];
        report.AddRatios(
            from other in others
            from shards in options.ShardCounts
            from operation in (string[])["PutRecords", "GetRecords"]
            select (Name(operation, shards), other));
    }

    private async Task PutRecordBatchAsync() => await WithLocalAwsAsync(async server =>
    {
        using var http = new AwsHttp(server.Url);
        using var created = await http.SendAsync(HttpMethod.Put, "/" + Bucket, default, CancellationToken.None);
        await http.CallAsync(
            "Firehose_20150804.CreateDeliveryStream",
            $$$"""
            {"DeliveryStreamName":"{{{Stream}}}","ExtendedS3DestinationConfiguration":
            {"RoleARN":"arn:aws:iam::000000000000:role/firehose","BucketARN":"arn:aws:s3:::{{{Bucket}}}"}}
            """,
            CancellationToken.None);
        await MeasureAsync(server, new PutRecordBatchLoad(http, Stream), "Firehose PutRecordBatch");
    });

    private async Task ObjectsAsync() => await WithLocalAwsAsync(async server =>
    {
        using var http = new AwsHttp(server.Url);
        using var created = await http.SendAsync(HttpMethod.Put, "/" + Bucket, default, CancellationToken.None);
        await MeasureAsync(server, new PutObjectLoad(http, Bucket), "S3 PutObject, 64 KiB");
        await MeasureAsync(server, new GetObjectLoad(http, Bucket), "S3 GetObject, 64 KiB");
    });

    private async Task PutRecordsAsync(ServerProcess server, int shards, string suffix)
    {
        using var http = new AwsHttp(server.Url);
        await CreateStreamAsync(http, shards);
        await MeasureAsync(server, new PutRecordsLoad(http, Stream), Name("PutRecords", shards) + suffix);
    }

    private async Task GetRecordsAsync(ServerProcess server, int shards)
    {
        using var http = new AwsHttp(server.Url);
        var ids = await CreateStreamAsync(http, shards);
        var put = new PutRecordsLoad(http, Stream);
        var start = TimeProvider.System.GetTimestamp();
        for (long records = 0; records < RecordsToRead && TimeProvider.System.GetElapsedTime(start) < FillLimit;)
        {
            records += await put.CallAsync(0, CancellationToken.None);
        }

        await MeasureAsync(
            server, new GetRecordsLoad(http, Stream, ids, options.Connections), Name("GetRecords", shards));
    }

    private async Task MeasureAsync(ServerProcess server, ILoad load, string scenario) =>
        report.Add(await new Callers(server, load, options).MeasureAsync(scenario));

    /// <returns>The ids of its shards.</returns>
    private static async Task<IReadOnlyList<string>> CreateStreamAsync(AwsHttp http, int shards)
    {
        await http.CallAsync(
            "Kinesis_20131202.CreateStream",
            $$"""{"StreamName":"{{Stream}}","ShardCount":{{shards}}}""",
            CancellationToken.None);
        while (true)
        {
            var response = await http.CallAsync(
                "Kinesis_20131202.DescribeStream", $$"""{"StreamName":"{{Stream}}"}""", CancellationToken.None);
            var stream = response.GetProperty("StreamDescription");
            if (stream.GetProperty("StreamStatus").GetString() == "ACTIVE")
            {
                return [.. stream.GetProperty("Shards").EnumerateArray()
                    .Select(shard => shard.GetProperty("ShardId").GetString()!)];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    private async Task WithLocalAwsAsync(Func<ServerProcess, Task> measure, params string[] settings)
    {
        var data = Directory.CreateDirectory(Path.Combine(options.Directory, $"localaws-{Guid.NewGuid():n}"));
        try
        {
            await using var server = await LocalAwsServer.StartAsync(data.FullName, settings);
            await measure(server);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private async Task WithOthersAsync(Func<ServerProcess, Task> measure)
    {
        await using (var kinesisLocal = await OtherServers.TryStartKinesisLocalAsync(options.KinesisLocal))
        {
            await MeasureOtherAsync(kinesisLocal, measure);
        }

        await using var moto = await OtherServers.TryStartMotoAsync(options.Moto);
        await MeasureOtherAsync(moto, measure);
    }

    /// <summary>That another server fails under the load is a finding about it, and no reason to end the run.</summary>
    private async Task MeasureOtherAsync(ServerProcess? server, Func<ServerProcess, Task> measure)
    {
        if (server is null)
        {
            return;
        }

        try
        {
            await measure(server);
        }
        catch (HttpRequestException exception)
        {
            report.AddFailure(server.Name, exception.Message);
        }
    }

    private static string Name(string operation, int shards) =>
        shards == 1 ? $"{operation}, 1 shard" : $"{operation}, {shards} shards";
}
