using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What <c>DescribeStream</c> is asked.</summary>
public partial class DescribeStreamRequest : AmazonKinesisRequest
{
    /// <summary>The last shard of the page before.</summary>
    public string ExclusiveStartShardId { get; set; }

    /// <summary>Most entries to reply.</summary>
    public int? Limit { get; set; }

    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>Id of the stream, unique also among streams that had the same name.</summary>
    public string StreamId { get; set; }

    /// <summary>Name of the stream, 1 to 128 letters, digits, <c>_ . -</c>. Either this or the ARN is given.</summary>
    public string StreamName { get; set; }
}

/// <summary>What <c>DescribeStream</c> replies.</summary>
public partial class DescribeStreamResponse : AmazonWebServiceResponse
{
    /// <summary>The stream.</summary>
    public StreamDescription StreamDescription { get; set; }
}
