using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>Base of every request to Amazon Data Firehose.</summary>
public partial class AmazonKinesisFirehoseRequest : AmazonWebServiceRequest
{
}
