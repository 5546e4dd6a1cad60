using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class DescribeEndpointsRequest : AmazonTimestreamWriteRequest
{
}

public partial class DescribeEndpointsResponse : AmazonWebServiceResponse
{
    public List<Endpoint> Endpoints { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
