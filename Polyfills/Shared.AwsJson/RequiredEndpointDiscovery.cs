#nullable enable

using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Polyfill.AwsJson;

/// <summary>Marks an operation whose host must be asked for with DescribeEndpoints.</summary>
internal sealed class RequiredEndpointDiscovery : IMarshaller<EndpointDiscoveryDataBase, AmazonWebServiceRequest>
{
    /// <summary>The one instance: it keeps no state.</summary>
    public static RequiredEndpointDiscovery Instance { get; } = new();

    /// <inheritdoc/>
    public EndpointDiscoveryDataBase Marshall(AmazonWebServiceRequest input) => new EndpointDiscoveryData(required: true);
}
