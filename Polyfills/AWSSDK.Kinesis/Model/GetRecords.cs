using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

public partial class GetRecordsRequest : AmazonKinesisRequest
{
    public int? Limit { get; set; }

    public string ShardIterator { get; set; }

    public string StreamARN { get; set; }

    public string StreamId { get; set; }
}

public partial class GetRecordsResponse : AmazonWebServiceResponse
{
    public List<ChildShard> ChildShards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public long? MillisBehindLatest { get; set; }

    public string NextShardIterator { get; set; }

    public List<Record> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
