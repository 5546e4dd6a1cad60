using System.Text;
using System.Text.Json;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace TelemetryAspire.Polyfills.Aws.Tests.Kinesis;

public sealed class KinesisRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_signed_and_names_its_operation()
    {
        await using AwsStub stub = await AwsStub.StartAsync("{}");
        using AmazonKinesisClient client = Connect(stub);

        await client.ListStreamsAsync(new ListStreamsRequest(), Cancellation);

        Assert.Equal("Kinesis_20131202.ListStreams", stub.Request.Target);
        Assert.Equal("application/x-amz-json-1.1", stub.Request.ContentType);
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=test/[0-9]{8}/eu-west-1/kinesis/aws4_request, ", stub.Request.Authorization);
    }

    [Fact]
    public async Task Members_that_are_not_set_are_not_sent()
    {
        await using AwsStub stub = await AwsStub.StartAsync("");
        using AmazonKinesisClient client = Connect(stub);

        await client.CreateStreamAsync(new CreateStreamRequest { StreamName = "s" }, Cancellation);

        Assert.Equal("""{"StreamName":"s"}""", stub.Request.Body.GetRawText());
    }

    [Fact]
    public async Task Enumerations_and_maps_are_sent_by_their_wire_names()
    {
        await using AwsStub stub = await AwsStub.StartAsync("");
        using AmazonKinesisClient client = Connect(stub);

        await client.CreateStreamAsync(
            new CreateStreamRequest
            {
                ShardCount = 4,
                StreamModeDetails = new StreamModeDetails { StreamMode = StreamMode.PROVISIONED },
                Tags = new Dictionary<string, string> { ["team"] = "field" },
            },
            Cancellation);

        Assert.Equal(
            """{"ShardCount":4,"StreamModeDetails":{"StreamMode":"PROVISIONED"},"Tags":{"team":"field"}}""",
            stub.Request.Body.GetRawText());
    }

    [Fact]
    public async Task A_blob_is_sent_whole_wherever_its_position_stands()
    {
        await using AwsStub stub = await AwsStub.StartAsync("""{"FailedRecordCount":0}""");
        using AmazonKinesisClient client = Connect(stub);
        using var readToItsEnd = new MemoryStream();
        readToItsEnd.Write("grown"u8);
        using var notExposed = new MemoryStream("\u00fb\u00ff+/"u8.ToArray());

        await client.PutRecordsAsync(
            new PutRecordsRequest
            {
                StreamName = "s",
                Records =
                [
                    new PutRecordsRequestEntry { Data = readToItsEnd, PartitionKey = "Gerät 1" },
                    new PutRecordsRequestEntry { Data = notExposed, PartitionKey = "2" },
                ],
            },
            Cancellation);

        JsonElement records = stub.Request.Body.GetProperty("Records");
        Assert.Equal("grown", Encoding.UTF8.GetString(records[0].GetProperty("Data").GetBytesFromBase64()));
        Assert.Equal(notExposed.ToArray(), records[1].GetProperty("Data").GetBytesFromBase64());
        Assert.Equal("Gerät 1", records[0].GetProperty("PartitionKey").GetString());
    }

    [Fact]
    public async Task A_timestamp_is_sent_as_epoch_seconds_whatever_its_kind()
    {
        await using AwsStub stub = await AwsStub.StartAsync("""{"ShardIterator":"x"}""");
        using AmazonKinesisClient client = Connect(stub);

        await client.GetShardIteratorAsync(
            new GetShardIteratorRequest
            {
                ShardIteratorType = ShardIteratorType.AT_TIMESTAMP,
                Timestamp = DateTime.UnixEpoch.AddMilliseconds(1_609_757_175_225).ToLocalTime(),
            },
            Cancellation);

        Assert.Equal(1_609_757_175.225m, stub.Request.Body.GetProperty("Timestamp").GetDecimal());
        Assert.Equal("AT_TIMESTAMP", stub.Request.Body.GetProperty("ShardIteratorType").GetString());
    }

    private static AmazonKinesisClient Connect(AwsStub stub) =>
        new(AwsStub.Credentials, stub.Configure<AmazonKinesisConfig>());
}
