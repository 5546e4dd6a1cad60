using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>ListDatabases</c> is asked.</summary>
public partial class ListDatabasesRequest : AmazonTimestreamWriteRequest
{
    /// <summary>Most entries on a page.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where this page begins.</summary>
    public string NextToken { get; set; }
}

/// <summary>What <c>ListDatabases</c> replies.</summary>
public partial class ListDatabasesResponse : AmazonWebServiceResponse
{
    /// <summary>The databases of this page.</summary>
    public List<Database> Databases { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Where the next page begins; null on the last page.</summary>
    public string NextToken { get; set; }
}
