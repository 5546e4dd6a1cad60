using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Throughput;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>The operations on streams as wholes, with the calls a second that AWS allows of each.</summary>
internal static class StreamOperations
{
    private const string Target = KinesisService.Target;

    /// <summary>Maps what creates, deletes, describes and lists.</summary>
    public static void MapStreams(this AwsJsonOperations operations, IServiceProvider services)
    {
        var json = KinesisJsonContext.Default;
        var streams = services.GetRequiredService<StreamStore>();
        var quota = services.GetRequiredService<ShardQuota>();
        var warmThroughput = services.GetRequiredService<WarmThroughput>();
        var rates = services.GetRequiredService<CallRates>();
        var time = services.GetRequiredService<TimeProvider>();

        operations.Map(
            Target + "CreateStream",
            json.CreateStreamRequest,
            rates.Limit(5, new CreateStream(streams, quota, warmThroughput, time)));
        operations.Map(Target + "DeleteStream", json.DeleteStreamRequest, rates.Limit(5, new DeleteStream(streams)));
        operations.Map(
            Target + "DescribeStream",
            json.DescribeStreamRequest,
            json.DescribeStreamResponse,
            rates.Limit(10, new DescribeStream(streams)));
        operations.Map(
            Target + "DescribeStreamSummary",
            json.DescribeStreamSummaryRequest,
            json.DescribeStreamSummaryResponse,
            rates.Limit(20, new DescribeStreamSummary(streams)));
        operations.Map(
            Target + "ListStreams",
            json.ListStreamsRequest,
            json.ListStreamsResponse,
            rates.Limit(5, new ListStreams(streams, time)));
        operations.Map(
            Target + "ListShards", json.ListShardsRequest, json.ListShardsResponse, new ListShards(streams, time));
    }

    /// <summary>Maps what changes shards and capacity.</summary>
    public static void MapScaling(this AwsJsonOperations operations, IServiceProvider services)
    {
        var json = KinesisJsonContext.Default;
        var streams = services.GetRequiredService<StreamStore>();
        var quota = services.GetRequiredService<ShardQuota>();
        var warmThroughput = services.GetRequiredService<WarmThroughput>();
        var options = services.GetRequiredService<LocalAwsOptions>();
        var rates = services.GetRequiredService<CallRates>();
        var time = services.GetRequiredService<TimeProvider>();

        operations.Map(
            Target + "SplitShard", json.SplitShardRequest, rates.Limit(5, new SplitShard(streams, quota)));
        operations.Map(Target + "MergeShards", json.MergeShardsRequest, rates.Limit(5, new MergeShards(streams)));
        operations.Map(
            Target + "UpdateShardCount",
            json.UpdateShardCountRequest,
            json.UpdateShardCountResponse,
            rates.Limit(10, new UpdateShardCount(streams, quota, options, time)));
        operations.Map(
            Target + "UpdateStreamMode",
            json.UpdateStreamModeRequest,
            rates.Limit(5, new UpdateStreamMode(streams, quota, warmThroughput, options, time)));
        operations.Map(
            Target + "UpdateStreamWarmThroughput",
            json.UpdateStreamWarmThroughputRequest,
            json.UpdateStreamWarmThroughputResponse,
            rates.Limit(5, new UpdateStreamWarmThroughput(streams, warmThroughput)));
        operations.Map(
            Target + "DescribeLimits",
            json.DescribeLimitsRequest,
            json.DescribeLimitsResponse,
            rates.Limit(1, new DescribeLimits(quota)));
    }

    /// <summary>Maps what changes how a stream keeps and shows its records.</summary>
    public static void MapStreamSettings(this AwsJsonOperations operations, IServiceProvider services)
    {
        var json = KinesisJsonContext.Default;
        var streams = services.GetRequiredService<StreamStore>();
        var options = services.GetRequiredService<LocalAwsOptions>();
        var rates = services.GetRequiredService<CallRates>();
        var time = services.GetRequiredService<TimeProvider>();

        operations.Map(
            Target + "UpdateMaxRecordSize",
            json.UpdateMaxRecordSizeRequest,
            rates.Limit(5, new UpdateMaxRecordSize(streams)));
        operations.Map(
            Target + "UpdateStreamRecordDistributionStrategy",
            json.UpdateStreamRecordDistributionStrategyRequest,
            rates.Limit(5, new UpdateStreamRecordDistributionStrategy(streams)));
        operations.Map(
            Target + "IncreaseStreamRetentionPeriod",
            json.RetentionPeriodRequest,
            rates.Limit(5, new IncreaseStreamRetentionPeriod(streams, time)));
        operations.Map(
            Target + "DecreaseStreamRetentionPeriod",
            json.RetentionPeriodRequest,
            rates.Limit(5, new DecreaseStreamRetentionPeriod(streams, time)));
        operations.Map(
            Target + "EnableEnhancedMonitoring",
            json.EnhancedMonitoringRequest,
            json.EnhancedMonitoringResponse,
            rates.Limit(5, new ChangeEnhancedMonitoring(streams, Enumerable.Union)));
        operations.Map(
            Target + "DisableEnhancedMonitoring",
            json.EnhancedMonitoringRequest,
            json.EnhancedMonitoringResponse,
            rates.Limit(5, new ChangeEnhancedMonitoring(streams, Enumerable.Except)));
        operations.Map(
            Target + "StartStreamEncryption",
            json.StreamEncryptionRequest,
            rates.Limit(5, new StreamEncryption(streams, options, time, isStart: true)));
        operations.Map(
            Target + "StopStreamEncryption",
            json.StreamEncryptionRequest,
            rates.Limit(5, new StreamEncryption(streams, options, time, isStart: false)));
    }
}
