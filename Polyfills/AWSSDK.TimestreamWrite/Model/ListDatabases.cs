using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class ListDatabasesRequest : AmazonTimestreamWriteRequest
{
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

public partial class ListDatabasesResponse : AmazonWebServiceResponse
{
    public List<Database> Databases { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
