using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

public partial class PutRecordsRequest : AmazonKinesisRequest
{
    public List<PutRecordsRequestEntry> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string StreamARN { get; set; }

    public string StreamId { get; set; }

    public string StreamName { get; set; }
}

public partial class PutRecordsRequestEntry
{
    public MemoryStream Data { get; set; }

    public string ExplicitHashKey { get; set; }

    public string PartitionKey { get; set; }
}

public partial class PutRecordsResponse : AmazonWebServiceResponse
{
    public EncryptionType EncryptionType { get; set; }

    public int? FailedRecordCount { get; set; }

    public List<PutRecordsResultEntry> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public partial class PutRecordsResultEntry
{
    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }

    public string SequenceNumber { get; set; }

    public string ShardId { get; set; }
}
