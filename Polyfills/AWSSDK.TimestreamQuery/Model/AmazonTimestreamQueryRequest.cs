using Amazon.Runtime;

namespace Amazon.TimestreamQuery;

/// <summary>Base of every request to Amazon Timestream, the query side.</summary>
public partial class AmazonTimestreamQueryRequest : AmazonWebServiceRequest
{
}
