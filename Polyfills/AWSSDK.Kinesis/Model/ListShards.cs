using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

public partial class ListShardsRequest : AmazonKinesisRequest
{
    public string ExclusiveStartShardId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public ShardFilter ShardFilter { get; set; }

    public string StreamARN { get; set; }

    public DateTime? StreamCreationTimestamp { get; set; }

    public string StreamId { get; set; }

    public string StreamName { get; set; }
}

public partial class ListShardsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<Shard> Shards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
