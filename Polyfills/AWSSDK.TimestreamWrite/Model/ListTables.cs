using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class ListTablesRequest : AmazonTimestreamWriteRequest
{
    public string DatabaseName { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

public partial class ListTablesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<Table> Tables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
