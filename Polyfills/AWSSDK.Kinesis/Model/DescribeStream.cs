using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

public partial class DescribeStreamRequest : AmazonKinesisRequest
{
    public string ExclusiveStartShardId { get; set; }

    public int? Limit { get; set; }

    public string StreamARN { get; set; }

    public string StreamId { get; set; }

    public string StreamName { get; set; }
}

public partial class DescribeStreamResponse : AmazonWebServiceResponse
{
    public StreamDescription StreamDescription { get; set; }
}
