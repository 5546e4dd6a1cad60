using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Tests.Kinesis;

namespace TelemetryAspire.LocalAws.Tests.Admin;

/// <summary>
/// What every test of the admin API needs: LocalAws with the API on, a clock that stands still, clients.
/// </summary>
public abstract class AdminTest : IAsyncLifetime
{
    protected const string Stream = "readings";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    protected AmazonKinesisClient Kinesis { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    private protected LocalAwsHost LocalAws { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        LocalAws = await LocalAwsHost.StartAsync(Clock, "--LocalAws:EnableAdminApi=true");
        Kinesis = KinesisTest.CreateClient(LocalAws.Url);
        Http = LocalAws.CreateClient();
        await CreateStreamAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Kinesis.Dispose();
        Http.Dispose();
        await LocalAws.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task CreateStreamAsync(string name = Stream) =>
        Kinesis.CreateStreamAsync(new CreateStreamRequest { StreamName = name, ShardCount = 1 }, Cancellation);

    /// <summary>Calls the admin API.</summary>
    private protected async Task<AdminAnswer> CallAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/_localaws/" + path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using var response = await Http.SendAsync(request, Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        return new AdminAnswer(response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }

    /// <summary>Arms one rule.</summary>
    protected async Task ArmAsync(string rule, int seed = 1)
    {
        var answer = await CallAsync("PUT", "faults", $$"""{"seed":{{seed}},"rules":[{{rule}}]}""");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, answer.Body?.ToJsonString());
    }

    /// <summary>How often the one rule was asked, and how often it has fired.</summary>
    protected async Task<(int Asked, int Fired)> CountsAsync()
    {
        var rule = (await CallAsync("GET", "faults")).Body!["rules"]![0]!;
        return ((int)rule["asked"]!, (int)rule["fired"]!);
    }

    protected Task<PutRecordResponse> PutAsync(string data) => Kinesis.PutRecordAsync(
        new PutRecordRequest { StreamName = Stream, PartitionKey = "k", Data = Bytes(data) }, Cancellation);

    protected Task<PutRecordsResponse> PutManyAsync(int count) => Kinesis.PutRecordsAsync(
        new PutRecordsRequest
        {
            StreamName = Stream,
            Records = [.. Enumerable.Range(0, count).Select(i =>
                new PutRecordsRequestEntry { PartitionKey = "k", Data = Bytes($"{i}") })],
        },
        Cancellation);

    /// <summary>Everything on the stream, as text.</summary>
    protected async Task<List<string>> ReadAllAsync()
    {
        var iterator = await Kinesis.GetShardIteratorAsync(
            new GetShardIteratorRequest
            {
                StreamName = Stream,
                ShardId = "shardId-000000000000",
                ShardIteratorType = "TRIM_HORIZON",
            },
            Cancellation);
        var page = await Kinesis.GetRecordsAsync(
            new GetRecordsRequest { ShardIterator = iterator.ShardIterator }, Cancellation);
        return [.. page.Records.Select(record => Encoding.UTF8.GetString(record.Data.ToArray()))];
    }

    protected static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}

/// <summary>An answer of the admin API.</summary>
internal sealed record AdminAnswer(HttpStatusCode StatusCode, JsonNode? Body)
{
    public string? Code => (string?)Body?["code"];

    public string? Member => (string?)Body?["member"];

    public string? Message => (string?)Body?["message"];
}
