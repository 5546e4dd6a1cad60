using Amazon.Runtime;

namespace Amazon.TimestreamQuery.Model;

/// <summary>What <c>CancelQuery</c> is asked.</summary>
public partial class CancelQueryRequest : AmazonTimestreamQueryRequest
{
    /// <summary>Id of the query, 1 to 64 letters and digits.</summary>
    public string QueryId { get; set; }
}

/// <summary>What <c>CancelQuery</c> replies.</summary>
public partial class CancelQueryResponse : AmazonWebServiceResponse
{
    /// <summary>What became of the query, in words.</summary>
    public string CancellationMessage { get; set; }
}
