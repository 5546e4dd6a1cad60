using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>
/// What every test of a Kinesis operation needs: LocalAws with a clock that stands still, and a client.
/// </summary>
public abstract class KinesisTest : IAsyncLifetime
{
    protected const string Stream = "readings";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, 125, TimeSpan.Zero));

    protected AmazonKinesisClient Kinesis { get; private set; } = null!;

    private protected LocalAwsHost LocalAws { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        LocalAws = await LocalAwsHost.StartAsync(Clock);
        Kinesis = CreateClient(LocalAws.Url);
    }

    public async ValueTask DisposeAsync()
    {
        Kinesis.Dispose();
        await LocalAws.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client that does not retry, so that a test sees every answer.</summary>
    internal static AmazonKinesisClient CreateClient(Uri url) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonKinesisConfig { ServiceURL = url.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    /// <summary>Stops LocalAws and starts it again on the same data.</summary>
    protected async Task RestartAsync()
    {
        await LocalAws.RestartAsync();
        Kinesis.Dispose();
        Kinesis = CreateClient(LocalAws.Url);
    }

    protected Task CreateStreamAsync(int shards = 1, string name = Stream) =>
        Kinesis.CreateStreamAsync(new CreateStreamRequest { StreamName = name, ShardCount = shards }, Cancellation);

    protected Task<PutRecordResponse> PutAsync(string data, string partitionKey = "device-1") => Kinesis.PutRecordAsync(
        new PutRecordRequest { StreamName = Stream, PartitionKey = partitionKey, Data = Bytes(data) },
        Cancellation);

    protected Task<PutRecordsResponse> PutAsync(IEnumerable<PutRecordsRequestEntry> records) => Kinesis.PutRecordsAsync(
        new PutRecordsRequest { StreamName = Stream, Records = [.. records] },
        Cancellation);

    protected async Task<string> IteratorAsync(
        string type,
        string shard = "shardId-000000000000",
        string? sequenceNumber = null,
        DateTime? timestamp = null)
    {
        var response = await Kinesis.GetShardIteratorAsync(
            new GetShardIteratorRequest
            {
                StreamName = Stream,
                ShardId = shard,
                ShardIteratorType = type,
                StartingSequenceNumber = sequenceNumber,
                Timestamp = timestamp,
            },
            Cancellation);
        return response.ShardIterator;
    }

    protected Task<GetRecordsResponse> ReadAsync(string iterator, int? limit = null) =>
        Kinesis.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator, Limit = limit }, Cancellation);

    /// <summary>Everything in a shard, as text.</summary>
    protected async Task<List<string>> ReadAllAsync(string shard = "shardId-000000000000") =>
        Texts(await ReadAsync(await IteratorAsync("TRIM_HORIZON", shard)));

    protected static List<string> Texts(GetRecordsResponse response) =>
        [.. response.Records.Select(record => System.Text.Encoding.UTF8.GetString(record.Data.ToArray()))];

    protected static MemoryStream Bytes(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    protected static PutRecordsRequestEntry Entry(string data, string partitionKey = "device-1") =>
        new() { Data = Bytes(data), PartitionKey = partitionKey };
}
