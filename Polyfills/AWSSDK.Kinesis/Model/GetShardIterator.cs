using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What <c>GetShardIterator</c> is asked.</summary>
public partial class GetShardIteratorRequest : AmazonKinesisRequest
{
    /// <summary>Id of the shard.</summary>
    public string ShardId { get; set; }

    /// <summary>Where reading begins.</summary>
    public ShardIteratorType ShardIteratorType { get; set; }

    /// <summary>The sequence number that AT_ and AFTER_SEQUENCE_NUMBER mean.</summary>
    public string StartingSequenceNumber { get; set; }

    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>Id of the stream, unique also among streams that had the same name.</summary>
    public string StreamId { get; set; }

    /// <summary>Name of the stream, 1 to 128 letters, digits, <c>_ . -</c>. Either this or the ARN is given.</summary>
    public string StreamName { get; set; }

    /// <summary>The arrival time that AT_TIMESTAMP means.</summary>
    public DateTime? Timestamp { get; set; }
}

/// <summary>What <c>GetShardIterator</c> replies.</summary>
public partial class GetShardIteratorResponse : AmazonWebServiceResponse
{
    /// <summary>The token to read with.</summary>
    public string ShardIterator { get; set; }
}
