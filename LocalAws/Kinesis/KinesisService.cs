using TelemetryAspire.LocalAws.Kinesis.Consumers;
using TelemetryAspire.LocalAws.Kinesis.Resources;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Throughput;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Amazon Kinesis Data Streams, API version 2013-12-02.</summary>
internal static class KinesisService
{
    /// <summary>What stands before an operation's name in <c>X-Amz-Target</c>.</summary>
    public const string Target = "Kinesis_20131202.";

    public static void AddKinesis(this IServiceCollection services)
    {
        services.AddSingleton<StreamStore>();
        services.AddSingleton<RecordWriter>();
        services.AddSingleton<ConsumerStore>();
        services.AddSingleton<ResourceStore>();
        services.AddSingleton<AccountSettings>();
        services.AddSingleton<ShardQuota>();
        services.AddSingleton<WarmThroughput>();
        services.AddSingleton<CallRates>();
        services.AddHostedService<RetentionTrimmer>();
        services.AddHostedService<OnDemandScaler>();
    }

    public static void MapKinesis(this AwsJsonOperations operations, IServiceProvider services)
    {
        operations.MapStreams(services);
        operations.MapScaling(services);
        operations.MapStreamSettings(services);
        operations.MapResources(services);
        operations.MapRecords(services);
        operations.MapConsumers(services);
    }

    private static void MapRecords(this AwsJsonOperations operations, IServiceProvider services)
    {
        var json = KinesisJsonContext.Default;
        var streams = services.GetRequiredService<StreamStore>();
        var writer = services.GetRequiredService<RecordWriter>();
        var time = services.GetRequiredService<TimeProvider>();

        operations.Map(
            Target + "PutRecord", json.PutRecordRequest, json.PutRecordResponse, new PutRecord(streams, writer, time));
        operations.Map(
            Target + "PutRecords", json.PutRecordsRequest, json.PutRecordsResponse, new PutRecords(streams, writer));
        operations.Map(
            Target + "GetShardIterator",
            json.GetShardIteratorRequest,
            json.GetShardIteratorResponse,
            new GetShardIterator(streams, time));
        operations.Map(
            Target + "GetRecords", json.GetRecordsRequest, json.GetRecordsResponse, new GetRecords(streams, time));
    }

    private static void MapConsumers(this AwsJsonOperations operations, IServiceProvider services)
    {
        var json = KinesisJsonContext.Default;
        var streams = services.GetRequiredService<StreamStore>();
        var consumers = services.GetRequiredService<ConsumerStore>();
        var time = services.GetRequiredService<TimeProvider>();
        var rates = services.GetRequiredService<CallRates>();

        operations.Map(
            Target + "RegisterStreamConsumer",
            json.RegisterStreamConsumerRequest,
            json.RegisterStreamConsumerResponse,
            rates.Limit(5, new RegisterStreamConsumer(streams, consumers)));
        operations.Map(
            Target + "DeregisterStreamConsumer",
            json.DeregisterStreamConsumerRequest,
            rates.Limit(5, new DeregisterStreamConsumer(streams, consumers)));
        operations.Map(
            Target + "DescribeStreamConsumer",
            json.DescribeStreamConsumerRequest,
            json.DescribeStreamConsumerResponse,
            rates.Limit(20, new DescribeStreamConsumer(streams, consumers, time)));
        operations.Map(
            Target + "ListStreamConsumers",
            json.ListStreamConsumersRequest,
            json.ListStreamConsumersResponse,
            rates.Limit(5, new ListStreamConsumers(streams, time)));
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
