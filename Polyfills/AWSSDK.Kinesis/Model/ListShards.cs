using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What <c>ListShards</c> is asked.</summary>
public partial class ListShardsRequest : AmazonKinesisRequest
{
    /// <summary>The shard after which the listing begins.</summary>
    public string ExclusiveStartShardId { get; set; }

    /// <summary>Most entries on a page.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where this page begins; stands for the stream name too.</summary>
    public string NextToken { get; set; }

    /// <summary>Which shards are wanted.</summary>
    public ShardFilter ShardFilter { get; set; }

    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>Tells a stream from an earlier one of the same name.</summary>
    public DateTime? StreamCreationTimestamp { get; set; }

    /// <summary>Id of the stream, unique also among streams that had the same name.</summary>
    public string StreamId { get; set; }

    /// <summary>Name of the stream, 1 to 128 letters, digits, <c>_ . -</c>. Either this or the ARN is given.</summary>
    public string StreamName { get; set; }
}

/// <summary>What <c>ListShards</c> replies.</summary>
public partial class ListShardsResponse : AmazonWebServiceResponse
{
    /// <summary>Where the next page begins; null on the last page.</summary>
    public string NextToken { get; set; }

    /// <summary>The shards of this page.</summary>
    public List<Shard> Shards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
