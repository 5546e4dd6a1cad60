using Amazon.Runtime;

namespace Amazon.TimestreamQuery.Model;

public partial class DescribeEndpointsRequest : AmazonTimestreamQueryRequest
{
}

public partial class DescribeEndpointsResponse : AmazonWebServiceResponse
{
    public List<Endpoint> Endpoints { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
