using System.Net;
using System.Text.Json;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>
/// What every test of a Kinesis operation needs: LocalAws with a clock that stands still, and a client.
/// </summary>
public abstract class KinesisTest : IAsyncLifetime
{
    protected const string Stream = "readings";

    /// <summary>2^127: the hash key in the middle of all.</summary>
    protected const string Middle = "170141183460469231731687303715884105728";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, 125, TimeSpan.Zero));

    protected AmazonKinesisClient Kinesis { get; private set; } = null!;

    /// <summary>What LocalAws is started with beside port, data directory and clock.</summary>
    protected virtual string[] Settings => [];

    private protected LocalAwsHost LocalAws { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        LocalAws = await LocalAwsHost.StartAsync(Clock, Settings);
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

    /// <summary>Calls an operation that the SDK in use does not have.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="request">Its members, for example <c>new { StreamName = "readings" }</c>.</param>
    private protected async Task<RawResponse> PostAsync(string operation, object request)
    {
        using var client = LocalAws.CreateClient();
        return await client.PostAsync("Kinesis_20131202." + operation, JsonSerializer.Serialize(request));
    }

    /// <summary>Calls an operation that is to succeed.</summary>
    /// <returns>Its response; an empty object for an empty one.</returns>
    protected async Task<JsonElement> CallAsync(string operation, object request)
    {
        var response = await PostAsync(operation, request);
        Assert.True(response.StatusCode == HttpStatusCode.OK, response.Body);
        return JsonSerializer.Deserialize<JsonElement>(response.Body.Length == 0 ? "{}" : response.Body);
    }

    /// <summary>Calls an operation that is to be refused.</summary>
    /// <returns>The error's type and message.</returns>
    protected async Task<(string? Type, string? Message)> RefusedAsync(string operation, object request)
    {
        var response = await PostAsync(operation, request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return (response.ErrorType, response.Message);
    }

    protected Task SplitAsync(int shard = 0, string hashKey = Middle) => CallAsync(
        "SplitShard",
        new { StreamName = Stream, ShardToSplit = ShardId(shard), NewStartingHashKey = hashKey });

    protected Task MergeAsync(int shard, int adjacent) => CallAsync(
        "MergeShards",
        new { StreamName = Stream, ShardToMerge = ShardId(shard), AdjacentShardToMerge = ShardId(adjacent) });

    protected static string ShardId(int index) => $"shardId-{index:D12}";

    protected async Task<List<Shard>> ShardsAsync()
    {
        var response = await Kinesis.ListShardsAsync(new ListShardsRequest { StreamName = Stream }, Cancellation);
        return response.Shards;
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
