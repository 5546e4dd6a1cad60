using Amazon.Kinesis.Model;
using TelemetryAspire.LocalAws.Tests.Storage;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>What producers are told when the disk fails.</summary>
public sealed class FailingDiskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_that_cannot_be_flushed_fails_with_InternalFailure_and_the_next_one_is_stored()
    {
        var disk = new FaultyDisk();
        await using var localAws = await LocalAwsHost.StartAsync(disk);
        using var kinesis = KinesisTest.CreateClient(localAws.Url);
        await kinesis.CreateStreamAsync(
            new CreateStreamRequest { StreamName = "readings", ShardCount = 1 }, Cancellation);
        disk.FlushError = new IOException("Input/output error");

        var failed = await PutAsync(kinesis, "lost");
        disk.FlushError = null;
        var stored = await PutAsync(kinesis, "kept");

        Assert.Equal(1, failed.FailedRecordCount);
        Assert.Equal("InternalFailure", failed.Records[0].ErrorCode);
        Assert.Equal(0, stored.FailedRecordCount);
        Assert.Equal("kept", await ReadOnlyRecordAsync(kinesis));
    }

    [Fact]
    public async Task PutRecord_answers_500_when_there_is_no_space()
    {
        var disk = new FaultyDisk();
        await using var localAws = await LocalAwsHost.StartAsync(disk);
        using var kinesis = KinesisTest.CreateClient(localAws.Url);
        await kinesis.CreateStreamAsync(
            new CreateStreamRequest { StreamName = "readings", ShardCount = 1 }, Cancellation);
        disk.WriteError = new IOException("No space left on device");

        var exception = await Assert.ThrowsAnyAsync<Amazon.Runtime.AmazonServiceException>(
            () => kinesis.PutRecordAsync(
                new PutRecordRequest { StreamName = "readings", PartitionKey = "a", Data = Bytes("lost") },
                Cancellation));

        Assert.Equal("InternalFailure", exception.ErrorCode);
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, exception.StatusCode);
    }

    private static Task<PutRecordsResponse> PutAsync(Amazon.Kinesis.AmazonKinesisClient kinesis, string text) =>
        kinesis.PutRecordsAsync(
            new PutRecordsRequest
            {
                StreamName = "readings",
                Records = [new PutRecordsRequestEntry { Data = Bytes(text), PartitionKey = "a" }],
            },
            Cancellation);

    private static async Task<string> ReadOnlyRecordAsync(Amazon.Kinesis.AmazonKinesisClient kinesis)
    {
        var iterator = await kinesis.GetShardIteratorAsync(
            new GetShardIteratorRequest
            {
                StreamName = "readings",
                ShardId = "shardId-000000000000",
                ShardIteratorType = "TRIM_HORIZON",
            },
            Cancellation);
        var response = await kinesis.GetRecordsAsync(
            new GetRecordsRequest { ShardIterator = iterator.ShardIterator }, Cancellation);
        return System.Text.Encoding.UTF8.GetString(Assert.Single(response.Records).Data.ToArray());
    }

    private static MemoryStream Bytes(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
