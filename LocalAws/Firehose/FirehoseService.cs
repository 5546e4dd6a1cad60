using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Amazon Data Firehose (https://docs.aws.amazon.com/firehose/latest/APIReference/).</summary>
internal static class FirehoseService
{
    private const string Target = "Firehose_20150804.";

    /// <summary>Adds the delivery streams; they deliver through the object store of S3.</summary>
    public static void AddFirehose(this IServiceCollection services)
    {
        services.AddSingleton<ObjectDelivery>();
        services.AddSingleton<DeliveryStreamRegistry>();
    }

    /// <summary>Opens the delivery streams and adds the operations.</summary>
    public static void MapFirehose(this AwsJsonOperations operations, IServiceProvider services)
    {
        var streams = services.GetRequiredService<DeliveryStreamRegistry>();
        var clock = services.GetRequiredService<TimeProvider>();
        var json = FirehoseJsonContext.Default;
        operations.Map(
            Target + "CreateDeliveryStream",
            json.CreateDeliveryStreamRequest,
            json.CreateDeliveryStreamResponse,
            new CreateDeliveryStream(streams, clock));
        operations.Map(
            Target + "DeleteDeliveryStream",
            json.DeleteDeliveryStreamRequest,
            json.DeleteDeliveryStreamResponse,
            new DeleteDeliveryStream(streams));
        operations.Map(
            Target + "DescribeDeliveryStream",
            json.DescribeDeliveryStreamRequest,
            json.DescribeDeliveryStreamResponse,
            new DescribeDeliveryStream(streams));
        operations.Map(
            Target + "ListDeliveryStreams",
            json.ListDeliveryStreamsRequest,
            json.ListDeliveryStreamsResponse,
            new ListDeliveryStreams(streams));
        operations.Map(
            Target + "PutRecord", json.PutRecordRequest, json.PutRecordResponse, new PutRecord(streams));
        operations.Map(
            Target + "PutRecordBatch",
            json.PutRecordBatchRequest,
            json.PutRecordBatchResponse,
            new PutRecordBatch(streams));
    }
}
