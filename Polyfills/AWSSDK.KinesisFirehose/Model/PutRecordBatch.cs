using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

public partial class PutRecordBatchRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }

    public List<Record> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public partial class PutRecordBatchResponse : AmazonWebServiceResponse
{
    public bool? Encrypted { get; set; }

    public int? FailedPutCount { get; set; }

    public List<PutRecordBatchResponseEntry> RequestResponses { get; set; } =
        AWSConfigs.InitializeCollections ? [] : null;
}

public partial class PutRecordBatchResponseEntry
{
    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }

    public string RecordId { get; set; }
}
