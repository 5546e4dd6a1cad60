using Amazon.Runtime;

namespace Amazon.TimestreamQuery.Model;

public partial class PrepareQueryRequest : AmazonTimestreamQueryRequest
{
    public string QueryString { get; set; }

    public bool? ValidateOnly { get; set; }
}

public partial class PrepareQueryResponse : AmazonWebServiceResponse
{
    public List<SelectColumn> Columns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<ParameterMapping> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string QueryString { get; set; }
}
