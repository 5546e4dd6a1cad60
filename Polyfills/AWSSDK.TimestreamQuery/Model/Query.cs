using Amazon.Runtime;

namespace Amazon.TimestreamQuery.Model;

/// <summary>What <c>Query</c> is asked.</summary>
public partial class QueryRequest : AmazonTimestreamQueryRequest
{
    /// <summary>Makes a repeated call the same query, 32 to 128 characters.</summary>
    public string ClientToken { get; set; }

    /// <summary>Most rows on a page, 1 to 1,000.</summary>
    public int? MaxRows { get; set; }

    /// <summary>Where this page begins; the query string must be the same.</summary>
    public string NextToken { get; set; }

    /// <summary>Whether the query reports how well it was pruned.</summary>
    public QueryInsights QueryInsights { get; set; }

    /// <summary>The SQL, at most 256 KiB.</summary>
    public string QueryString { get; set; }
}

/// <summary>What <c>Query</c> replies.</summary>
public partial class QueryResponse : AmazonWebServiceResponse
{
    /// <summary>The columns, in the order of the data of a row.</summary>
    public List<ColumnInfo> ColumnInfo { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Where the next page begins; null on the last page.</summary>
    public string NextToken { get; set; }

    /// <summary>Id of the query, 1 to 64 letters and digits.</summary>
    public string QueryId { get; set; }

    /// <summary>How well the query was pruned, when asked for.</summary>
    public QueryInsightsResponse QueryInsightsResponse { get; set; }

    /// <summary>Progress and cost.</summary>
    public QueryStatus QueryStatus { get; set; }

    /// <summary>The rows of this page.</summary>
    public List<Row> Rows { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
