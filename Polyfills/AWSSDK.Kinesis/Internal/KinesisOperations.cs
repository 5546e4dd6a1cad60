using Amazon.Kinesis.Model;
using Amazon.Polyfill.AwsJson;

namespace Amazon.Kinesis.Internal;

/// <summary>The operations of Amazon Kinesis Data Streams that this assembly speaks.</summary>
internal static class KinesisOperations
{
    private static readonly AwsJsonProtocol Protocol = new(
        ServiceName: "Amazon.Kinesis",
        TargetPrefix: "Kinesis_20131202",
        JsonVersion: "1.1",
        Json: AwsJsonProtocol.CreateJsonOptions(
            KinesisJsonContext.Default,
            new ConstantConverter<EncryptionType>(EncryptionType.FindValue),
            new ConstantConverter<ShardFilterType>(ShardFilterType.FindValue),
            new ConstantConverter<ShardIteratorType>(ShardIteratorType.FindValue),
            new ConstantConverter<StreamMode>(StreamMode.FindValue),
            new ConstantConverter<StreamStatus>(StreamStatus.FindValue)),
        Errors: KinesisErrors.All);

    public static readonly AwsJsonOperation<CreateStreamRequest, CreateStreamResponse> CreateStream =
        new(Protocol, nameof(CreateStream));
    public static readonly AwsJsonOperation<DeleteStreamRequest, DeleteStreamResponse> DeleteStream =
        new(Protocol, nameof(DeleteStream));
    public static readonly AwsJsonOperation<DescribeStreamRequest, DescribeStreamResponse> DescribeStream =
        new(Protocol, nameof(DescribeStream));
    public static readonly AwsJsonOperation<DescribeStreamSummaryRequest, DescribeStreamSummaryResponse>
        DescribeStreamSummary = new(Protocol, nameof(DescribeStreamSummary));
    public static readonly AwsJsonOperation<GetRecordsRequest, GetRecordsResponse> GetRecords =
        new(Protocol, nameof(GetRecords));
    public static readonly AwsJsonOperation<GetShardIteratorRequest, GetShardIteratorResponse> GetShardIterator =
        new(Protocol, nameof(GetShardIterator));
    public static readonly AwsJsonOperation<ListShardsRequest, ListShardsResponse> ListShards =
        new(Protocol, nameof(ListShards));
    public static readonly AwsJsonOperation<ListStreamsRequest, ListStreamsResponse> ListStreams =
        new(Protocol, nameof(ListStreams));
    public static readonly AwsJsonOperation<PutRecordRequest, PutRecordResponse> PutRecord =
        new(Protocol, nameof(PutRecord));
    public static readonly AwsJsonOperation<PutRecordsRequest, PutRecordsResponse> PutRecords =
        new(Protocol, nameof(PutRecords));
    public static readonly AwsJsonOperation<UpdateMaxRecordSizeRequest, UpdateMaxRecordSizeResponse>
        UpdateMaxRecordSize = new(Protocol, nameof(UpdateMaxRecordSize));
}
