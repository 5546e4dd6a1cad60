using TelemetryAspire.LocalAws.Kinesis.Consumers;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Amazon Kinesis Data Streams, API version 2013-12-02.</summary>
internal static class KinesisService
{
    private const string Target = "Kinesis_20131202.";

    public static void AddKinesis(this IServiceCollection services)
    {
        services.AddSingleton<StreamStore>();
        services.AddSingleton<RecordWriter>();
        services.AddSingleton<ConsumerStore>();
        services.AddHostedService<RetentionTrimmer>();
    }

    public static void MapKinesis(this AwsJsonOperations operations, IServiceProvider services)
    {
        var json = KinesisJsonContext.Default;
        var streams = services.GetRequiredService<StreamStore>();
        var writer = services.GetRequiredService<RecordWriter>();
        var time = services.GetRequiredService<TimeProvider>();

        operations.Map(Target + "CreateStream", json.CreateStreamRequest, new CreateStream(streams, time));
        operations.Map(Target + "DeleteStream", json.DeleteStreamRequest, new DeleteStream(streams));
        operations.Map(
            Target + "UpdateMaxRecordSize", json.UpdateMaxRecordSizeRequest, new UpdateMaxRecordSize(streams));
        operations.Map(Target + "SplitShard", json.SplitShardRequest, new SplitShard(streams));
        operations.Map(Target + "MergeShards", json.MergeShardsRequest, new MergeShards(streams));
        operations.Map(
            Target + "DescribeStream",
            json.DescribeStreamRequest,
            json.DescribeStreamResponse,
            new DescribeStream(streams));
        operations.Map(
            Target + "DescribeStreamSummary",
            json.DescribeStreamSummaryRequest,
            json.DescribeStreamSummaryResponse,
            new DescribeStreamSummary(streams));
        operations.Map(
            Target + "ListStreams", json.ListStreamsRequest, json.ListStreamsResponse, new ListStreams(streams, time));
        operations.Map(
            Target + "ListShards", json.ListShardsRequest, json.ListShardsResponse, new ListShards(streams, time));

        operations.Map(
            Target + "PutRecord", json.PutRecordRequest, json.PutRecordResponse, new PutRecord(streams, writer));
        operations.Map(
            Target + "PutRecords", json.PutRecordsRequest, json.PutRecordsResponse, new PutRecords(streams, writer));
        operations.Map(
            Target + "GetShardIterator",
            json.GetShardIteratorRequest,
            json.GetShardIteratorResponse,
            new GetShardIterator(streams, time));
        operations.Map(
            Target + "GetRecords", json.GetRecordsRequest, json.GetRecordsResponse, new GetRecords(streams, time));
        operations.MapConsumers(services);
    }

    private static void MapConsumers(this AwsJsonOperations operations, IServiceProvider services)
    {
        var json = KinesisJsonContext.Default;
        var streams = services.GetRequiredService<StreamStore>();
        var consumers = services.GetRequiredService<ConsumerStore>();
        var time = services.GetRequiredService<TimeProvider>();

        operations.Map(
            Target + "RegisterStreamConsumer",
            json.RegisterStreamConsumerRequest,
            json.RegisterStreamConsumerResponse,
            new RegisterStreamConsumer(streams, consumers));
        operations.Map(
            Target + "DeregisterStreamConsumer",
            json.DeregisterStreamConsumerRequest,
            new DeregisterStreamConsumer(streams, consumers));
        operations.Map(
            Target + "DescribeStreamConsumer",
            json.DescribeStreamConsumerRequest,
            json.DescribeStreamConsumerResponse,
            new DescribeStreamConsumer(streams, consumers, time));
        operations.Map(
            Target + "ListStreamConsumers",
            json.ListStreamConsumersRequest,
            json.ListStreamConsumersResponse,
            new ListStreamConsumers(streams, time));
        operations.Map(
            Target + "SubscribeToShard",
            json.SubscribeToShardRequest,
            json.SubscribeToShardEvent,
            new SubscribeToShard(
                consumers,
                services.GetRequiredService<LocalAwsOptions>(),
                time,
                services.GetRequiredService<IHostApplicationLifetime>()));
    }
}
