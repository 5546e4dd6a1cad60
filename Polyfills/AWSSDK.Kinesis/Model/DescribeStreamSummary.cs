using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

public partial class DescribeStreamSummaryRequest : AmazonKinesisRequest
{
    public string StreamARN { get; set; }

    public string StreamId { get; set; }

    public string StreamName { get; set; }
}

public partial class DescribeStreamSummaryResponse : AmazonWebServiceResponse
{
    public StreamDescriptionSummary StreamDescriptionSummary { get; set; }
}
