using System.Text;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.S3;
using Amazon.S3.Model;
using TelemetryAspire.LocalAws.Tests.Kinesis;
using TelemetryAspire.LocalAws.Tests.S3;
using Record = Amazon.KinesisFirehose.Model.Record;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

/// <summary>A LocalAws that is killed and started again, with a delivery stream that writes to one bucket.</summary>
internal sealed class CrashingLocalAws : IAsyncDisposable
{
    public const string Stream = "stream";
    private const string Bucket = "lake";

    private readonly TemporaryDirectory _data = new();
    private LocalAwsProcess _process = null!;

    public Amazon.Kinesis.AmazonKinesisClient Kinesis { get; private set; } = null!;

    public AmazonKinesisFirehoseClient Firehose { get; private set; } = null!;

    public AmazonS3Client S3 { get; private set; } = null!;

    public Uri Url => _process.Url;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts with an empty bucket.</summary>
    public static async Task<CrashingLocalAws> StartAsync()
    {
        var crashing = new CrashingLocalAws();
        await crashing.StartProcessAsync();
        await crashing.S3.PutBucketAsync(Bucket, Cancellation);
        return crashing;
    }

    /// <summary>Kills the process as <c>kill -9</c> does and starts another on its data.</summary>
    public async Task CrashAsync()
    {
        await StopProcessAsync();
        await StartProcessAsync();
    }

    /// <summary>Creates the delivery stream: 1 MiB or 1 s, so that there is always something on its way.</summary>
    public async Task CreateAsync(Action<CreateDeliveryStreamRequest>? configure = null)
    {
        var request = new CreateDeliveryStreamRequest
        {
            DeliveryStreamName = Stream,
            ExtendedS3DestinationConfiguration = new ExtendedS3DestinationConfiguration
            {
                RoleARN = "arn:aws:iam::000000000000:role/firehose",
                BucketARN = "arn:aws:s3:::" + Bucket,
                BufferingHints = new BufferingHints { SizeInMBs = 1, IntervalInSeconds = 1 },
            },
        };
        configure?.Invoke(request);
        await Firehose.CreateDeliveryStreamAsync(request, Cancellation);
    }

    /// <summary>Puts 250 records of 1 KB directly.</summary>
    /// <returns>The records, which are acknowledged.</returns>
    public async Task<List<string>> PutAsync(string name)
    {
        var records = Records(name);
        var response = await Firehose.PutRecordBatchAsync(
            new PutRecordBatchRequest
            {
                DeliveryStreamName = Stream,
                Records = [.. records.Select(text => new Record { Data = Bytes(text) })],
            },
            Cancellation);
        Assert.Equal(0, response.FailedPutCount);
        return records;
    }

    public static List<string> Records(string name) =>
        [.. Enumerable.Range(0, 250).Select(i => $"{name}-{i}-{new string('x', 1000)}")];

    public static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text + "\n"));

    public async Task<List<string>> ListKeysAsync()
    {
        var page = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Cancellation);
        return [.. (page.S3Objects ?? []).Select(entry => entry.Key)];
    }

    /// <summary>Waits until that many records are in the bucket.</summary>
    /// <returns>All there are, by the key of their object.</returns>
    public async Task<Dictionary<string, string[]>> WaitForRecordsAsync(int count)
    {
        var contents = new Dictionary<string, string[]>();
        await Eventually.UntilAsync(
            async () =>
            {
                foreach (var key in (await ListKeysAsync()).Where(key => !contents.ContainsKey(key)))
                {
                    using var response = await S3.GetObjectAsync(Bucket, key, Cancellation);
                    using var reader = new StreamReader(response.ResponseStream);
                    var text = await reader.ReadToEndAsync(Cancellation);
                    contents[key] = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                }

                return contents.Values.Sum(lines => lines.Length) >= count;
            },
            TimeSpan.FromMinutes(2));
        return contents;
    }

    public async ValueTask DisposeAsync()
    {
        await StopProcessAsync();
        _data.Dispose();
    }

    private async Task StartProcessAsync()
    {
        _process = await LocalAwsProcess.StartAsync(_data.FullName, "--LocalAws:EnforceLimits=false");
        Firehose = FirehoseFixture.CreateClient(Url);
        Kinesis = KinesisTest.CreateClient(Url);
        S3 = S3Test.CreateClient(Url);
    }

    private async Task StopProcessAsync()
    {
        Firehose.Dispose();
        Kinesis.Dispose();
        S3.Dispose();
        await _process.DisposeAsync();
    }
}
