using Amazon.Runtime;

namespace Amazon.TimestreamQuery.Model;

public partial class CancelQueryRequest : AmazonTimestreamQueryRequest
{
    public string QueryId { get; set; }
}

public partial class CancelQueryResponse : AmazonWebServiceResponse
{
    public string CancellationMessage { get; set; }
}
