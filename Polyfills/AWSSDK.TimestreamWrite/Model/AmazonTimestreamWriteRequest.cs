using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

/// <summary>Base of every request to Amazon Timestream, the write side.</summary>
public partial class AmazonTimestreamWriteRequest : AmazonWebServiceRequest
{
}
