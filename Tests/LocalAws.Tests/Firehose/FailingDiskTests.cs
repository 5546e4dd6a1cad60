using Amazon.KinesisFirehose.Model;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Tests.S3;
using TelemetryAspire.LocalAws.Tests.Storage;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

/// <summary>What producers are told when the disk fails, and what is delivered then.</summary>
public sealed class FailingDiskTests
{
    private const string Stream = "stream";

    private readonly FakeTimeProvider _clock = new();
    private readonly FaultyDisk _disk = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_that_cannot_be_flushed_fail_one_by_one_and_are_never_delivered()
    {
        await using var localAws = await StartAsync();
        using var firehose = FirehoseFixture.CreateClient(localAws.Url);
        _disk.FlushError = new IOException("Input/output error");

        var failed = await PutAsync(firehose, "lost", "too");
        _disk.FlushError = null;
        var taken = await PutAsync(firehose, "kept");

        Assert.Equal(2, failed.FailedPutCount);
        Assert.All(failed.RequestResponses, entry => Assert.Equal("InternalFailure", entry.ErrorCode));
        Assert.Equal(0, taken.FailedPutCount);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("kept", await DeliveredAsync(localAws.Url));
    }

    [Fact]
    public async Task PutRecord_answers_500_when_there_is_no_space()
    {
        await using var localAws = await StartAsync();
        using var firehose = FirehoseFixture.CreateClient(localAws.Url);
        _disk.WriteError = new IOException("No space left on device");

        var exception = await Assert.ThrowsAnyAsync<Amazon.Runtime.AmazonServiceException>(
            () => firehose.PutRecordAsync(
                new PutRecordRequest { DeliveryStreamName = Stream, Record = Record("lost") }, Cancellation));

        Assert.Equal("InternalFailure", exception.ErrorCode);
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, exception.StatusCode);
    }

    [Fact]
    public async Task A_seal_that_cannot_be_written_is_tried_again()
    {
        await using var localAws = await StartAsync();
        using var firehose = FirehoseFixture.CreateClient(localAws.Url);
        await PutAsync(firehose, "kept");
        _disk.WriteError = new IOException("No space left on device");
        var writes = _disk.Written.Count;
        _clock.Advance(TimeSpan.FromSeconds(60));
        await Eventually.UntilAsync(() => _disk.Written.Count > writes);

        _disk.WriteError = null;

        Assert.Equal("kept", await DeliveredAsync(localAws.Url));
    }

    private async Task<LocalAwsHost> StartAsync()
    {
        var localAws = await LocalAwsHost.StartAsync(_disk, _clock);
        using var s3 = S3Test.CreateClient(localAws.Url);
        await s3.PutBucketAsync("lake", Cancellation);
        using var firehose = FirehoseFixture.CreateClient(localAws.Url);
        await firehose.CreateDeliveryStreamAsync(
            new CreateDeliveryStreamRequest
            {
                DeliveryStreamName = Stream,
                ExtendedS3DestinationConfiguration = new ExtendedS3DestinationConfiguration
                {
                    RoleARN = "arn:aws:iam::000000000000:role/firehose",
                    BucketARN = "arn:aws:s3:::lake",
                    BufferingHints = new BufferingHints { SizeInMBs = 1, IntervalInSeconds = 60 },
                },
            },
            Cancellation);
        return localAws;
    }

    private static Task<PutRecordBatchResponse> PutAsync(
        Amazon.KinesisFirehose.AmazonKinesisFirehoseClient firehose, params string[] records) =>
        firehose.PutRecordBatchAsync(
            new PutRecordBatchRequest { DeliveryStreamName = Stream, Records = [.. records.Select(Record)] },
            Cancellation);

    private static Amazon.KinesisFirehose.Model.Record Record(string text) =>
        new() { Data = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) };

    /// <summary>Lets time pass until there is an object.</summary>
    private async Task<string> DeliveredAsync(Uri url)
    {
        using var s3 = S3Test.CreateClient(url);
        var key = "";
        await Eventually.UntilAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            var page = await s3.ListObjectsV2Async(new() { BucketName = "lake" }, Cancellation);
            key = page.S3Objects?.SingleOrDefault()?.Key ?? "";
            return key.Length > 0;
        });
        using var response = await s3.GetObjectAsync("lake", key, Cancellation);
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
