using Amazon.Runtime;

namespace Amazon.TimestreamQuery.Model;

public partial class QueryRequest : AmazonTimestreamQueryRequest
{
    public string ClientToken { get; set; }

    public int? MaxRows { get; set; }

    public string NextToken { get; set; }

    public QueryInsights QueryInsights { get; set; }

    public string QueryString { get; set; }
}

public partial class QueryResponse : AmazonWebServiceResponse
{
    public List<ColumnInfo> ColumnInfo { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }

    public string QueryId { get; set; }

    public QueryInsightsResponse QueryInsightsResponse { get; set; }

    public QueryStatus QueryStatus { get; set; }

    public List<Row> Rows { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
