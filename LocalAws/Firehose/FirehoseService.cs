using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Throughput;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Amazon Data Firehose (https://docs.aws.amazon.com/firehose/latest/APIReference/).</summary>
internal static class FirehoseService
{
    private const string Target = "Firehose_20150804.";

    /// <summary>AWS's quota for each operation of an account that is no put.</summary>
    private const int CallsPerSecond = 5;

    /// <summary>Adds the delivery streams; they deliver through the object store of S3.</summary>
    public static void AddFirehose(this IServiceCollection services)
    {
        services.AddSingleton<ObjectDelivery>();
        services.AddSingleton<DeliveryStreamContext>();
        services.AddSingleton<DeliveryStreamRegistry>();
    }

    /// <summary>Opens the delivery streams and adds the operations.</summary>
    public static void MapFirehose(this AwsJsonOperations operations, IServiceProvider services)
    {
        var streams = services.GetRequiredService<DeliveryStreamRegistry>();
        var clock = services.GetRequiredService<TimeProvider>();
        var rates = services.GetRequiredService<CallRates>();
        var json = FirehoseJsonContext.Default;
        operations.Map(
            Target + "CreateDeliveryStream",
            json.CreateDeliveryStreamRequest,
            json.CreateDeliveryStreamResponse,
            Limited(rates, new CreateDeliveryStream(streams, services.GetRequiredService<StreamStore>(), clock)));
        operations.Map(
            Target + "DeleteDeliveryStream",
            json.DeleteDeliveryStreamRequest,
            json.DeleteDeliveryStreamResponse,
            Limited(rates, new DeleteDeliveryStream(streams)));
        operations.Map(
            Target + "DescribeDeliveryStream",
            json.DescribeDeliveryStreamRequest,
            json.DescribeDeliveryStreamResponse,
            Limited(rates, new DescribeDeliveryStream(streams)));
        operations.Map(
            Target + "ListDeliveryStreams",
            json.ListDeliveryStreamsRequest,
            json.ListDeliveryStreamsResponse,
            Limited(rates, new ListDeliveryStreams(streams)));
        operations.Map(
            Target + "UpdateDestination",
            json.UpdateDestinationRequest,
            json.UpdateDestinationResponse,
            Limited(rates, new UpdateDestination(streams, clock)));
        MapPuts(operations, streams);
        MapTags(operations, streams, rates);
        MapEncryption(operations, streams, rates, clock);
    }

    private static void MapPuts(AwsJsonOperations operations, DeliveryStreamRegistry streams)
    {
        var json = FirehoseJsonContext.Default;
        operations.Map(
            Target + "PutRecord", json.PutRecordRequest, json.PutRecordResponse, new PutRecord(streams));
        operations.Map(
            Target + "PutRecordBatch",
            json.PutRecordBatchRequest,
            json.PutRecordBatchResponse,
            new PutRecordBatch(streams));
    }

    private static void MapTags(
        AwsJsonOperations operations,
        DeliveryStreamRegistry streams,
        CallRates rates)
    {
        var json = FirehoseJsonContext.Default;
        operations.Map(
            Target + "TagDeliveryStream",
            json.TagDeliveryStreamRequest,
            json.TagDeliveryStreamResponse,
            Limited(rates, new TagDeliveryStream(streams)));
        operations.Map(
            Target + "UntagDeliveryStream",
            json.UntagDeliveryStreamRequest,
            json.UntagDeliveryStreamResponse,
            Limited(rates, new UntagDeliveryStream(streams)));
        operations.Map(
            Target + "ListTagsForDeliveryStream",
            json.ListTagsForDeliveryStreamRequest,
            json.ListTagsForDeliveryStreamResponse,
            Limited(rates, new ListTagsForDeliveryStream(streams)));
    }

    private static void MapEncryption(
        AwsJsonOperations operations,
        DeliveryStreamRegistry streams,
        CallRates rates,
        TimeProvider clock)
    {
        var json = FirehoseJsonContext.Default;
        operations.Map(
            Target + "StartDeliveryStreamEncryption",
            json.StartDeliveryStreamEncryptionRequest,
            json.StartDeliveryStreamEncryptionResponse,
            Limited(rates, new StartDeliveryStreamEncryption(streams, clock)));
        operations.Map(
            Target + "StopDeliveryStreamEncryption",
            json.StopDeliveryStreamEncryptionRequest,
            json.StopDeliveryStreamEncryptionResponse,
            Limited(rates, new StopDeliveryStreamEncryption(streams, clock)));
    }

    /// <summary>Every operation on definitions has the same quota.</summary>
    private static IOperation<TRequest, TResponse> Limited<TRequest, TResponse>(
        CallRates rates,
        IOperation<TRequest, TResponse> operation) =>
        rates.Limit(CallsPerSecond, operation, _ => FirehoseErrors.CallRateExceeded());
}
