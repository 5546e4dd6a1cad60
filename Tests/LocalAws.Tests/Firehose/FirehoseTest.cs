using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Kinesis;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Tests.Protocol;
using Record = Amazon.KinesisFirehose.Model.Record;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

/// <summary>A bucket and a delivery stream name of its own for each test.</summary>
public abstract class FirehoseTest(FirehoseFixture fixture) : IAsyncLifetime, IClassFixture<FirehoseFixture>
{
    protected string Bucket { get; } = "lake-" + Guid.NewGuid().ToString("N");

    protected string Stream { get; } = "stream-" + Guid.NewGuid().ToString("N");

    protected AmazonKinesisFirehoseClient Firehose => fixture.Firehose;

    protected AmazonS3Client S3 => fixture.S3;

    protected AmazonKinesisClient Kinesis => fixture.Kinesis;

    protected FakeTimeProvider Clock => fixture.Clock;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // The quotas of calls are those of a second, and on this clock no other test leaves one behind.
        Clock.Advance(TimeSpan.FromSeconds(1));
        await S3.PutBucketAsync(Bucket, Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected Task RestartAsync() => fixture.RestartAsync();

    /// <summary>Creates the delivery stream: 1 MiB or 60 s, prefix <c>data/</c> unless configured otherwise.</summary>
    protected Task<CreateDeliveryStreamResponse> CreateAsync(Action<ExtendedS3DestinationConfiguration>? configure = null)
    {
        var destination = new ExtendedS3DestinationConfiguration
        {
            RoleARN = "arn:aws:iam::000000000000:role/firehose",
            BucketARN = "arn:aws:s3:::" + Bucket,
            Prefix = "data/",
            BufferingHints = new BufferingHints { SizeInMBs = 1, IntervalInSeconds = 60 },
        };
        configure?.Invoke(destination);
        return Firehose.CreateDeliveryStreamAsync(
            new CreateDeliveryStreamRequest
            {
                DeliveryStreamName = Stream,
                DeliveryStreamType = DeliveryStreamType.DirectPut,
                ExtendedS3DestinationConfiguration = destination,
            },
            Cancellation);
    }

    protected static ProcessingConfiguration Processors(params Processor[] processors) =>
        new() { Enabled = true, Processors = [.. processors] };

    /// <param name="type">The type of the processor.</param>
    /// <param name="parameters">For example <c>SubRecordType=DELIMITED;Delimiter=IyM=</c>.</param>
    protected static Processor Processor(string type, string? parameters = null) => new()
    {
        Type = type,
        Parameters =
        [
            .. (parameters?.Split(';') ?? []).Select(parameter => parameter.Split('=', 2)).Select(
                pair => new ProcessorParameter { ParameterName = pair[0], ParameterValue = pair[1] }),
        ],
    };

    protected Task<PutRecordBatchResponse> PutAsync(params string[] records) => Firehose.PutRecordBatchAsync(
        new PutRecordBatchRequest { DeliveryStreamName = Stream, Records = [.. records.Select(Record)] }, Cancellation);

    /// <summary>Calls an operation on the delivery stream, with further members.</summary>
    protected async Task<JsonElement> CallAsync(string operation, object request)
    {
        var response = await PostAsync(operation, request);
        Assert.True(response.StatusCode == HttpStatusCode.OK, response.Body);
        return JsonSerializer.Deserialize<JsonElement>(response.Body);
    }

    /// <summary>Calls an operation that is to be refused.</summary>
    /// <returns>The error's type and message.</returns>
    protected async Task<(string? Type, string? Message)> RefusedAsync(string operation, object request)
    {
        var response = await PostAsync(operation, request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return (response.ErrorType, response.Message);
    }

    protected async Task<JsonElement> DescribeAsync() =>
        (await CallAsync("DescribeDeliveryStream", new { })).GetProperty("DeliveryStreamDescription");

    private async Task<RawResponse> PostAsync(string operation, object request)
    {
        var members = JsonSerializer.SerializeToNode(request)!.AsObject();
        members["DeliveryStreamName"] ??= Stream;
        using var client = fixture.Host.CreateClient();
        return await client.PostAsync("Firehose_20150804." + operation, members.ToJsonString());
    }

    protected static Record Record(string text) => new() { Data = new MemoryStream(Encoding.UTF8.GetBytes(text)) };

    protected async Task<List<string>> ListKeysAsync()
    {
        var page = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Cancellation);
        return [.. (page.S3Objects ?? []).Select(entry => entry.Key)];
    }

    /// <summary>Waits until the bucket has that many objects.</summary>
    protected async Task<List<string>> WaitForKeysAsync(int count)
    {
        List<string> keys = [];
        await Eventually.UntilAsync(async () => (keys = await ListKeysAsync()).Count >= count);

        Assert.Equal(count, keys.Count);
        return keys;
    }

    protected async Task<byte[]> ReadAsync(string key)
    {
        using var response = await S3.GetObjectAsync(Bucket, key, Cancellation);
        using var content = new MemoryStream();
        await response.ResponseStream.CopyToAsync(content, Cancellation);
        return content.ToArray();
    }

    protected async Task<string> ReadTextAsync(string key) => Encoding.UTF8.GetString(await ReadAsync(key));
}
