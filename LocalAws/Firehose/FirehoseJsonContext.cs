using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>The JSON of Firehose's API and of its files.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter)])]
[JsonSerializable(typeof(CreateDeliveryStreamRequest))]
[JsonSerializable(typeof(CreateDeliveryStreamResponse))]
[JsonSerializable(typeof(DeleteDeliveryStreamRequest))]
[JsonSerializable(typeof(DeleteDeliveryStreamResponse))]
[JsonSerializable(typeof(DescribeDeliveryStreamRequest))]
[JsonSerializable(typeof(DescribeDeliveryStreamResponse))]
[JsonSerializable(typeof(ListDeliveryStreamsRequest))]
[JsonSerializable(typeof(ListDeliveryStreamsResponse))]
[JsonSerializable(typeof(PutRecordRequest))]
[JsonSerializable(typeof(PutRecordResponse))]
[JsonSerializable(typeof(PutRecordBatchRequest))]
[JsonSerializable(typeof(PutRecordBatchResponse))]
[JsonSerializable(typeof(TagDeliveryStreamRequest))]
[JsonSerializable(typeof(TagDeliveryStreamResponse))]
[JsonSerializable(typeof(UntagDeliveryStreamRequest))]
[JsonSerializable(typeof(UntagDeliveryStreamResponse))]
[JsonSerializable(typeof(ListTagsForDeliveryStreamRequest))]
[JsonSerializable(typeof(ListTagsForDeliveryStreamResponse))]
[JsonSerializable(typeof(StartDeliveryStreamEncryptionRequest))]
[JsonSerializable(typeof(StartDeliveryStreamEncryptionResponse))]
[JsonSerializable(typeof(StopDeliveryStreamEncryptionRequest))]
[JsonSerializable(typeof(StopDeliveryStreamEncryptionResponse))]
[JsonSerializable(typeof(UpdateDestinationRequest))]
[JsonSerializable(typeof(UpdateDestinationResponse))]
[JsonSerializable(typeof(StreamDefinition))]
internal sealed partial class FirehoseJsonContext : JsonSerializerContext;
