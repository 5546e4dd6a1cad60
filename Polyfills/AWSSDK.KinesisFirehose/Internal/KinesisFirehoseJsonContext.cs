using System.Text.Json.Serialization;
using Amazon.KinesisFirehose.Model;

namespace Amazon.KinesisFirehose.Internal;

/// <summary>Source-generated metadata of the requests and responses: nothing is reflected at run time.</summary>
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
[JsonSerializable(typeof(KinesisFirehoseErrorMembers))]
internal sealed partial class KinesisFirehoseJsonContext : JsonSerializerContext;
