using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What <c>GetRecords</c> is asked.</summary>
public partial class GetRecordsRequest : AmazonKinesisRequest
{
    /// <summary>Most records to reply, 1 to 10,000.</summary>
    public int? Limit { get; set; }

    /// <summary>Where to read, from GetShardIterator or the reply before.</summary>
    public string ShardIterator { get; set; }

    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>Id of the stream, unique also among streams that had the same name.</summary>
    public string StreamId { get; set; }
}

/// <summary>What <c>GetRecords</c> replies.</summary>
public partial class GetRecordsResponse : AmazonWebServiceResponse
{
    /// <summary>The shards that go on, told when a closed shard is read to its end.</summary>
    public List<ChildShard> ChildShards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>How far the reply is behind the tip of the shard, in milliseconds.</summary>
    public long? MillisBehindLatest { get; set; }

    /// <summary>Where to read on; null when the shard is closed and read to its end.</summary>
    public string NextShardIterator { get; set; }

    /// <summary>The records; null or empty when there are none now.</summary>
    public List<Record> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
