using System.Text;
using Amazon.KinesisFirehose.Model;
using Amazon.S3.Model;
using TelemetryAspire.LocalAws.Tests.S3;
using Record = Amazon.KinesisFirehose.Model.Record;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class CrashTests
{
    private const string Bucket = "lake";
    private const string Stream = "stream";
    private const string NoLimits = "--LocalAws:EnforceLimits=false";
    private const int Rounds = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acknowledged_records_reach_the_lake_exactly_once_across_kills()
    {
        using var data = new TemporaryDirectory();
        var acknowledged = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var process = await LocalAwsProcess.StartAsync(data.FullName, NoLimits);
            if (round == 0)
            {
                await CreateAsync(process.Url);
            }

            await PutUntilAsync(process.Url, round, acknowledged);
            await process.KillAsync();
        }

        await using var survivor = await LocalAwsProcess.StartAsync(data.FullName, NoLimits);
        var delivered = await WaitForRecordsAsync(survivor.Url, acknowledged.Count);

        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), delivered.Order(StringComparer.Ordinal));
    }

    private static async Task CreateAsync(Uri url)
    {
        using var s3 = S3Test.CreateClient(url);
        await s3.PutBucketAsync(Bucket, Cancellation);
        using var firehose = FirehoseFixture.CreateClient(url);
        await firehose.CreateDeliveryStreamAsync(
            new CreateDeliveryStreamRequest
            {
                DeliveryStreamName = Stream,
                ExtendedS3DestinationConfiguration = new ExtendedS3DestinationConfiguration
                {
                    RoleARN = "arn:aws:iam::000000000000:role/firehose",
                    BucketARN = "arn:aws:s3:::" + Bucket,
                    BufferingHints = new BufferingHints { SizeInMBs = 1, IntervalInSeconds = 1 },
                },
            },
            Cancellation);
    }

    // About 5 MB, so that buffers are being sealed and delivered when the kill comes.
    private static async Task PutUntilAsync(Uri url, int round, List<string> acknowledged)
    {
        using var firehose = FirehoseFixture.CreateClient(url);
        for (var batch = 0; batch < 20; batch++)
        {
            var records = Enumerable.Range(0, 250)
                .Select(i => $"{round}-{batch}-{i}-{new string('x', 1000)}")
                .ToList();
            await firehose.PutRecordBatchAsync(
                new PutRecordBatchRequest
                {
                    DeliveryStreamName = Stream,
                    Records = [.. records.Select(ToRecord)],
                },
                Cancellation);
            acknowledged.AddRange(records);
        }
    }

    private static Record ToRecord(string text) =>
        new() { Data = new MemoryStream(Encoding.UTF8.GetBytes(text + "\n")) };

    private static async Task<List<string>> WaitForRecordsAsync(Uri url, int count)
    {
        using var s3 = S3Test.CreateClient(url);
        var contents = new Dictionary<string, List<string>>();
        await Eventually.UntilAsync(
            async () =>
            {
                var page = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Cancellation);
                var keys = (page.S3Objects ?? []).Select(entry => entry.Key);
                foreach (var key in keys.Where(key => !contents.ContainsKey(key)))
                {
                    using var response = await s3.GetObjectAsync(Bucket, key, Cancellation);
                    using var reader = new StreamReader(response.ResponseStream);
                    var text = await reader.ReadToEndAsync(Cancellation);
                    contents[key] = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
                }

                return contents.Values.Sum(lines => lines.Count) >= count;
            },
            TimeSpan.FromMinutes(2));
        return [.. contents.Values.SelectMany(lines => lines)];
    }
}
