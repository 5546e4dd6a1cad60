using Amazon.Runtime;

namespace Amazon.Kinesis;

/// <summary>Base of every request to Amazon Kinesis Data Streams.</summary>
public partial class AmazonKinesisRequest : AmazonWebServiceRequest
{
}
