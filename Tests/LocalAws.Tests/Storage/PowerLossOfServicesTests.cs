using System.Text;
using Amazon.Kinesis;
using TelemetryAspire.LocalAws.Storage;
using TelemetryAspire.LocalAws.Tests.Firehose;
using TelemetryAspire.LocalAws.Tests.Kinesis;
using TelemetryAspire.LocalAws.Tests.S3;

namespace TelemetryAspire.LocalAws.Tests.Storage;

/// <summary>Whether a loss of power takes away the directory or the definition of what holds acknowledged data.</summary>
public sealed class PowerLossOfServicesTests
{
    private const int Rounds = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Streams_and_their_records_survive() => SurvivesAsync(
        async url =>
        {
            using var kinesis = KinesisTest.CreateClient(url);
            await kinesis.CreateStreamAsync(new() { StreamName = "readings", ShardCount = 2 }, Cancellation);
            using var data = new MemoryStream(Encoding.UTF8.GetBytes("kept"));
            await kinesis.PutRecordAsync(
                new() { StreamName = "readings", PartitionKey = "a", ExplicitHashKey = "0", Data = data }, Cancellation);
        },
        async url =>
        {
            using var kinesis = KinesisTest.CreateClient(url);
            Assert.Equal("kept", await ReadFirstAsync(kinesis));
        });

    [Fact]
    public Task Delivery_streams_survive() => SurvivesAsync(
        async url =>
        {
            using var firehose = FirehoseFixture.CreateClient(url);
            await firehose.CreateDeliveryStreamAsync(
                new()
                {
                    DeliveryStreamName = "lake",
                    ExtendedS3DestinationConfiguration = new()
                    {
                        RoleARN = "arn:aws:iam::000000000000:role/firehose",
                        BucketARN = "arn:aws:s3:::lake",
                    },
                },
                Cancellation);
        },
        async url =>
        {
            using var firehose = FirehoseFixture.CreateClient(url);
            var streams = await firehose.ListDeliveryStreamsAsync(new(), Cancellation);
            Assert.Equal(["lake"], streams.DeliveryStreamNames);
        });

    [Fact]
    public Task Objects_survive() => SurvivesAsync(
        async url =>
        {
            using var s3 = S3Test.CreateClient(url);
            await s3.PutBucketAsync("lake", Cancellation);
            await s3.PutObjectAsync(new() { BucketName = "lake", Key = "a", ContentBody = "kept" }, Cancellation);
        },
        async url =>
        {
            using var s3 = S3Test.CreateClient(url);
            using var response = await s3.GetObjectAsync("lake", "a", Cancellation);
            using var reader = new StreamReader(response.ResponseStream);
            Assert.Equal("kept", await reader.ReadToEndAsync(Cancellation));
        });

    private static async Task SurvivesAsync(Func<Uri, Task> write, Func<Uri, Task> verify)
    {
        for (var seed = 1; seed <= Rounds; seed++)
        {
            using var before = new TemporaryDirectory();
            using var after = new TemporaryDirectory();
            using var disk = new PowerLossDisk(before.FullName);
            await using var localAws = await StartAsync(disk, before);
            await write(localAws.Url);
            disk.CopyAsAfterPowerLoss(after.FullName, new Random(seed));

            await using var restarted = await StartAsync(SystemDisk.Instance, after);
            await verify(restarted.Url);
        }
    }

    private static Task<LocalAwsHost> StartAsync(IDisk disk, TemporaryDirectory directory) => LocalAwsHost.StartAsync(
        disk, timeProvider: null, $"--LocalAws:DataDirectory={directory.File("data")}");

    private static async Task<string> ReadFirstAsync(AmazonKinesisClient kinesis)
    {
        var iterator = await kinesis.GetShardIteratorAsync(
            new()
            {
                StreamName = "readings",
                ShardId = "shardId-000000000000",
                ShardIteratorType = ShardIteratorType.TRIM_HORIZON,
            },
            Cancellation);
        var read = await kinesis.GetRecordsAsync(new() { ShardIterator = iterator.ShardIterator }, Cancellation);
        return Encoding.UTF8.GetString(read.Records[0].Data.ToArray());
    }
}
