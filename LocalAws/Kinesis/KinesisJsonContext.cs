using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Subscriptions;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>The messages of Kinesis, and what LocalAws keeps about a stream.</summary>
[JsonSourceGenerationOptions(
    Converters = [typeof(EpochSecondsConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CreateStreamRequest))]
[JsonSerializable(typeof(DeleteStreamRequest))]
[JsonSerializable(typeof(DescribeStreamRequest))]
[JsonSerializable(typeof(DescribeStreamResponse))]
[JsonSerializable(typeof(DescribeStreamSummaryRequest))]
[JsonSerializable(typeof(DescribeStreamSummaryResponse))]
[JsonSerializable(typeof(ListStreamsRequest))]
[JsonSerializable(typeof(ListStreamsResponse))]
[JsonSerializable(typeof(ListShardsRequest))]
[JsonSerializable(typeof(ListShardsResponse))]
[JsonSerializable(typeof(PutRecordRequest))]
[JsonSerializable(typeof(PutRecordResponse))]
[JsonSerializable(typeof(PutRecordsRequest))]
[JsonSerializable(typeof(PutRecordsResponse))]
[JsonSerializable(typeof(GetShardIteratorRequest))]
[JsonSerializable(typeof(GetShardIteratorResponse))]
[JsonSerializable(typeof(GetRecordsRequest))]
[JsonSerializable(typeof(GetRecordsResponse))]
[JsonSerializable(typeof(UpdateMaxRecordSizeRequest))]
[JsonSerializable(typeof(SplitShardRequest))]
[JsonSerializable(typeof(MergeShardsRequest))]
[JsonSerializable(typeof(RegisterStreamConsumerRequest))]
[JsonSerializable(typeof(RegisterStreamConsumerResponse))]
[JsonSerializable(typeof(DeregisterStreamConsumerRequest))]
[JsonSerializable(typeof(DescribeStreamConsumerRequest))]
[JsonSerializable(typeof(DescribeStreamConsumerResponse))]
[JsonSerializable(typeof(ListStreamConsumersRequest))]
[JsonSerializable(typeof(ListStreamConsumersResponse))]
[JsonSerializable(typeof(SubscribeToShardRequest))]
[JsonSerializable(typeof(SubscribeToShardEvent))]
[JsonSerializable(typeof(StreamMetadata))]
internal sealed partial class KinesisJsonContext : JsonSerializerContext;
