using Amazon.KinesisFirehose.Model;
using Amazon.Polyfill.AwsJson;

namespace Amazon.KinesisFirehose.Internal;

/// <summary>The operations of Amazon Data Firehose that this assembly speaks.</summary>
internal static class KinesisFirehoseOperations
{
    private static readonly AwsJsonProtocol Protocol = new(
        ServiceName: "Amazon.KinesisFirehose",
        TargetPrefix: "Firehose_20150804",
        JsonVersion: "1.1",
        Json: AwsJsonProtocol.CreateJsonOptions(
            KinesisFirehoseJsonContext.Default,
            new ConstantConverter<CompressionFormat>(CompressionFormat.FindValue),
            new ConstantConverter<DeliveryStreamEncryptionStatus>(DeliveryStreamEncryptionStatus.FindValue),
            new ConstantConverter<DeliveryStreamFailureType>(DeliveryStreamFailureType.FindValue),
            new ConstantConverter<DeliveryStreamStatus>(DeliveryStreamStatus.FindValue),
            new ConstantConverter<DeliveryStreamType>(DeliveryStreamType.FindValue),
            new ConstantConverter<KeyType>(KeyType.FindValue),
            new ConstantConverter<NoEncryptionConfig>(NoEncryptionConfig.FindValue),
            new ConstantConverter<ProcessorParameterName>(ProcessorParameterName.FindValue),
            new ConstantConverter<ProcessorType>(ProcessorType.FindValue),
            new ConstantConverter<S3BackupMode>(S3BackupMode.FindValue)),
        Errors: KinesisFirehoseErrors.All);

    public static readonly AwsJsonOperation<CreateDeliveryStreamRequest, CreateDeliveryStreamResponse>
        CreateDeliveryStream = new(Protocol, nameof(CreateDeliveryStream));
    public static readonly AwsJsonOperation<DeleteDeliveryStreamRequest, DeleteDeliveryStreamResponse>
        DeleteDeliveryStream = new(Protocol, nameof(DeleteDeliveryStream));
    public static readonly AwsJsonOperation<DescribeDeliveryStreamRequest, DescribeDeliveryStreamResponse>
        DescribeDeliveryStream = new(Protocol, nameof(DescribeDeliveryStream));
    public static readonly AwsJsonOperation<ListDeliveryStreamsRequest, ListDeliveryStreamsResponse>
        ListDeliveryStreams = new(Protocol, nameof(ListDeliveryStreams));
    public static readonly AwsJsonOperation<PutRecordRequest, PutRecordResponse> PutRecord =
        new(Protocol, nameof(PutRecord));
    public static readonly AwsJsonOperation<PutRecordBatchRequest, PutRecordBatchResponse> PutRecordBatch =
        new(Protocol, nameof(PutRecordBatch));
}
