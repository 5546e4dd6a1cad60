using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>ListTables</c> is asked.</summary>
public partial class ListTablesRequest : AmazonTimestreamWriteRequest
{
    /// <summary>Name of the database; null for all.</summary>
    public string DatabaseName { get; set; }

    /// <summary>Most entries on a page.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where this page begins.</summary>
    public string NextToken { get; set; }
}

/// <summary>What <c>ListTables</c> replies.</summary>
public partial class ListTablesResponse : AmazonWebServiceResponse
{
    /// <summary>Where the next page begins; null on the last page.</summary>
    public string NextToken { get; set; }

    /// <summary>The tables of this page.</summary>
    public List<Table> Tables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
