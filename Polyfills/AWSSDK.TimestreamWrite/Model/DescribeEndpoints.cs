using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>DescribeEndpoints</c> is asked.</summary>
public partial class DescribeEndpointsRequest : AmazonTimestreamWriteRequest
{
}

/// <summary>What <c>DescribeEndpoints</c> replies.</summary>
public partial class DescribeEndpointsResponse : AmazonWebServiceResponse
{
    /// <summary>The hosts; the first is used.</summary>
    public List<Endpoint> Endpoints { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
