using System.Globalization;
using System.Text;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.TimestreamWrite.Model;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Tests.Kinesis;
using TelemetryAspire.LocalAws.Tests.S3;
using TelemetryAspire.LocalAws.Tests.Timestream;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>Requests that nobody should send, by the hundred thousand, to a LocalAws in a process of its own.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int DefaultSeed = 20260301;
    private const int DefaultRequests = 100_000;
    private const long MaxMemoryBytes = 400L * 1024 * 1024;
    private const string Control = "control-6f1d3c52";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hostile_requests_get_errors_of_AWS_and_harm_nothing()
    {
        var seed = Setting("LOCALAWS_FUZZ_SEED") ?? DefaultSeed;
        var only = Setting("LOCALAWS_FUZZ_REQUEST");
        using var canary = new CanaryTree();
        await using var localAws = await LocalAwsProcess.StartAsync(
            canary.DataDirectory, "--LocalAws:EnforceLimits=false", "--LocalAws:Fsync=Never");
        await PrepareAsync(localAws.Url);
        var run = new FuzzRun(localAws.Url, seed, await CreateMixAsync());

        var failures = await run.SendAsync(only ?? 0, only + 1 ?? Setting("LOCALAWS_FUZZ_REQUESTS") ?? DefaultRequests);

        output.WriteLine(run.Statistics);
        output.WriteLine($"Peak memory: {localAws.PeakMemoryBytes / 1024 / 1024} MiB");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        await AssertControlIsIntactAsync(localAws.Url);
        canary.AssertUntouched();
        Assert.InRange(localAws.PeakMemoryBytes, 1, MaxMemoryBytes);
    }

    /// <summary>Every operation that is mapped, as LocalAws itself says, so that a new one is covered.</summary>
    private static async Task<Func<Random, FuzzRequest>> CreateMixAsync()
    {
        await using var localAws = await LocalAwsHost.StartAsync();
        var json = new JsonRequests([.. localAws.Services.GetRequiredService<AwsJsonOperations>().Contracts]);
        var query = new QueryRequests([.. localAws.Services.GetRequiredService<QueryEndpoint>().Services
            .SelectMany(service => service.Actions)]);
        return random => random.Next(100) switch
        {
            < 50 => json.Create(random),
            < 75 => S3Requests.Create(random),
            < 93 => query.Create(random),
            _ => MalformedRequests.Create(random),
        };
    }

    /// <summary>Data that must be intact at the end, and resources for the requests to meet.</summary>
    private static async Task PrepareAsync(Uri url)
    {
        using var kinesis = KinesisTest.CreateClient(url);
        using var s3 = S3Test.CreateClient(url);
        using var timestream = TimestreamTest.CreateWriter(url);
        foreach (var stream in new[] { Control, "fuzz-1" })
        {
            await kinesis.CreateStreamAsync(
                new CreateStreamRequest { StreamName = stream, ShardCount = 1 }, Cancellation);
        }

        await kinesis.PutRecordAsync(
            new PutRecordRequest { StreamName = Control, PartitionKey = "k", Data = Bytes(Control) }, Cancellation);
        await s3.PutBucketAsync("fuzz-bucket-1", Cancellation);
        await s3.PutBucketAsync(Control, Cancellation);
        await s3.PutObjectAsync(new() { BucketName = Control, Key = "k", ContentBody = Control }, Cancellation);
        await timestream.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseName = "FuzzDb" }, Cancellation);
        await timestream.CreateTableAsync(
            new CreateTableRequest { DatabaseName = "FuzzDb", TableName = "FuzzTable" }, Cancellation);
    }

    private static async Task AssertControlIsIntactAsync(Uri url)
    {
        using var client = new HttpClient { BaseAddress = url };
        Assert.Equal("""{"status":"available"}""", await client.GetStringAsync("/_localaws/health", Cancellation));

        using var kinesis = KinesisTest.CreateClient(url);
        var iterator = await kinesis.GetShardIteratorAsync(
            new GetShardIteratorRequest
            {
                StreamName = Control,
                ShardId = "shardId-000000000000",
                ShardIteratorType = ShardIteratorType.TRIM_HORIZON,
            },
            Cancellation);
        var page = await kinesis.GetRecordsAsync(
            new GetRecordsRequest { ShardIterator = iterator.ShardIterator }, Cancellation);
        Assert.Equal(Control, Encoding.UTF8.GetString(Assert.Single(page.Records).Data.ToArray()));

        using var s3 = S3Test.CreateClient(url);
        using var stored = await s3.GetObjectAsync(Control, "k", Cancellation);
        using var reader = new StreamReader(stored.ResponseStream);
        Assert.Equal(Control, await reader.ReadToEndAsync(Cancellation));
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static int? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
