using System.Net;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Record = Amazon.KinesisFirehose.Model.Record;

namespace TelemetryAspire.Polyfills.Aws.Tests.KinesisFirehose;

public sealed class KinesisFirehoseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_is_sent_and_its_results_are_read_in_order()
    {
        await using AwsStub stub = await AwsStub.StartAsync(
            """
            {"FailedPutCount":1,"Encrypted":false,"RequestResponses":[{"RecordId":"r1"},
            {"ErrorCode":"ServiceUnavailableException","ErrorMessage":"Slow down."}]}
            """);
        using AmazonKinesisFirehoseClient client = Connect(stub);
        using var data = new MemoryStream("hi\n"u8.ToArray());

        PutRecordBatchResponse response = await client.PutRecordBatchAsync(
            new PutRecordBatchRequest
            {
                DeliveryStreamName = "lake",
                Records = [new Record { Data = data }, new Record { Data = data }],
            },
            Cancellation);

        Assert.Equal(
            """{"DeliveryStreamName":"lake","Records":[{"Data":"aGkK"},{"Data":"aGkK"}]}""",
            stub.Request.Body.GetRawText());
        Assert.Equal("Firehose_20150804.PutRecordBatch", stub.Request.Target);
        Assert.Equal(1, response.FailedPutCount);
        Assert.Equal("r1", response.RequestResponses[0].RecordId);
        Assert.Equal("ServiceUnavailableException", response.RequestResponses[1].ErrorCode);
    }

    [Fact]
    public async Task A_delivery_stream_is_described_with_its_bucket()
    {
        await using AwsStub stub = await AwsStub.StartAsync(
            """
            {"DeliveryStreamDescription":{"DeliveryStreamStatus":"ACTIVE","Destinations":[{"DestinationId":"d",
            "ExtendedS3DestinationDescription":{"BucketARN":"arn:aws:s3:::lake","CompressionFormat":"GZIP",
            "BufferingHints":{"SizeInMBs":5,"IntervalInSeconds":15}}}],"HasMoreDestinations":false}}
            """);
        using AmazonKinesisFirehoseClient client = Connect(stub);

        DescribeDeliveryStreamResponse response =
            await client.DescribeDeliveryStreamAsync(new DescribeDeliveryStreamRequest(), Cancellation);

        ExtendedS3DestinationDescription lake =
            response.DeliveryStreamDescription.Destinations[0].ExtendedS3DestinationDescription;
        Assert.Equal(DeliveryStreamStatus.ACTIVE, response.DeliveryStreamDescription.DeliveryStreamStatus);
        Assert.Equal(CompressionFormat.GZIP, lake.CompressionFormat);
        Assert.Equal(15, lake.BufferingHints.IntervalInSeconds);
    }

    [Fact]
    public async Task An_error_with_a_code_of_its_own_carries_both_codes()
    {
        await using AwsStub stub = await AwsStub.StartAsync(new StubReply(
            """{"__type":"InvalidSourceException","code":"KinesisSource","message":"Reads from a stream."}""",
            HttpStatusCode.BadRequest));
        using AmazonKinesisFirehoseClient client = Connect(stub);

        InvalidSourceException thrown = await Assert.ThrowsAsync<InvalidSourceException>(
            () => client.PutRecordAsync(new PutRecordRequest(), Cancellation));

        Assert.Equal(("InvalidSourceException", "KinesisSource"), (thrown.ErrorCode, thrown.Code));
    }

    private static AmazonKinesisFirehoseClient Connect(AwsStub stub) =>
        new(AwsStub.Credentials, stub.Configure<AmazonKinesisFirehoseConfig>());
}
