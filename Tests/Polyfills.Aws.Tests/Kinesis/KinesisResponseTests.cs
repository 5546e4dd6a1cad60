using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Record = Amazon.Kinesis.Model.Record;

namespace TelemetryAspire.Polyfills.Aws.Tests.Kinesis;

public sealed class KinesisResponseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_are_read_with_bytes_arrival_time_and_encryption()
    {
        await using AwsStub stub = await AwsStub.StartAsync(
            """
            {"Records":[{"SequenceNumber":"49590338271490256608559692538361571095921575989136588898","Data":"aGVsbG8=",
            "ApproximateArrivalTimestamp":1545084650.987,"PartitionKey":"p","EncryptionType":"NONE"}],
            "NextShardIterator":"next","MillisBehindLatest":12,"SomethingNewer":{"a":[1]}}
            """);
        using AmazonKinesisClient client = Connect(stub);

        GetRecordsResponse response = await client.GetRecordsAsync(new GetRecordsRequest(), Cancellation);

        Record record = Assert.Single(response.Records);
        Assert.Equal("hello"u8.ToArray(), record.Data.ToArray());
        Assert.Equal(new DateTime(2018, 12, 17, 22, 10, 50, 987, DateTimeKind.Utc), record.ApproximateArrivalTimestamp);
        Assert.Equal(DateTimeKind.Utc, record.ApproximateArrivalTimestamp!.Value.Kind);
        Assert.Equal(EncryptionType.NONE, record.EncryptionType);
        Assert.Equal((12, "next"), (response.MillisBehindLatest, response.NextShardIterator));
    }

    [Fact]
    public async Task A_blob_of_a_reply_does_not_expose_its_buffer()
    {
        await using AwsStub stub = await AwsStub.StartAsync("""{"Records":[{"Data":"aGVsbG8="}]}""");
        using AmazonKinesisClient client = Connect(stub);

        GetRecordsResponse response = await client.GetRecordsAsync(new GetRecordsRequest(), Cancellation);

        Assert.False(response.Records[0].Data.TryGetBuffer(out _));
    }

    [Fact]
    public async Task Absent_members_are_null_collections_too()
    {
        await using AwsStub stub = await AwsStub.StartAsync("{}");
        using AmazonKinesisClient client = Connect(stub);

        GetRecordsResponse response = await client.GetRecordsAsync(new GetRecordsRequest(), Cancellation);

        Assert.Null(response.Records);
        Assert.Null(response.ChildShards);
        Assert.Null(response.MillisBehindLatest);
    }

    [Fact]
    public async Task A_failed_entry_has_its_error_in_the_place_of_the_request()
    {
        await using AwsStub stub = await AwsStub.StartAsync(
            """
            {"FailedRecordCount":1,"Records":[{"SequenceNumber":"1","ShardId":"shardId-000000000000"},
            {"ErrorCode":"ProvisionedThroughputExceededException","ErrorMessage":"Rate exceeded."}]}
            """);
        using AmazonKinesisClient client = Connect(stub);

        PutRecordsResponse response = await client.PutRecordsAsync(new PutRecordsRequest(), Cancellation);

        Assert.Equal(1, response.FailedRecordCount);
        Assert.Null(response.Records[0].ErrorCode);
        Assert.Equal("Rate exceeded.", response.Records[1].ErrorMessage);
    }

    [Fact]
    public async Task An_operation_without_output_takes_an_empty_body()
    {
        await using AwsStub stub = await AwsStub.StartAsync("");
        using AmazonKinesisClient client = Connect(stub);

        DeleteStreamResponse response = await client.DeleteStreamAsync(new DeleteStreamRequest(), Cancellation);

        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task An_enumeration_value_newer_than_the_client_is_kept()
    {
        await using AwsStub stub = await AwsStub.StartAsync(
            """{"StreamDescriptionSummary":{"StreamStatus":"HIBERNATING","OpenShardCount":4}}""");
        using AmazonKinesisClient client = Connect(stub);

        DescribeStreamSummaryResponse response =
            await client.DescribeStreamSummaryAsync(new DescribeStreamSummaryRequest(), Cancellation);

        Assert.Equal("HIBERNATING", response.StreamDescriptionSummary.StreamStatus.Value);
    }

    private static AmazonKinesisClient Connect(AwsStub stub) =>
        new(AwsStub.Credentials, stub.Configure<AmazonKinesisConfig>());
}
