#nullable enable

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Polyfill.AwsJson;

/// <summary>One operation of an AWS JSON service: how its request becomes an HTTP request and its reply a response.</summary>
/// <remarks>
/// Immutable and shared by every call. The body is written once, straight to UTF-8, by source-generated metadata;
/// nothing is reflected per call.
/// </remarks>
internal sealed class AwsJsonOperation<TRequest, TResponse> : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly AwsJsonProtocol _protocol;
    private readonly string _target;
    private readonly JsonTypeInfo<TRequest> _requestType;
    private readonly AwsJsonResponseUnmarshaller<TResponse> _unmarshaller;

    /// <summary>Describes the operation called <paramref name="name"/> of the service behind <paramref name="protocol"/>.</summary>
    public AwsJsonOperation(AwsJsonProtocol protocol, string name)
    {
        _protocol = protocol;
        _target = $"{protocol.TargetPrefix}.{name}";
        _requestType = protocol.TypeInfo<TRequest>();
        _unmarshaller = new AwsJsonResponseUnmarshaller<TResponse>(protocol.TypeInfo<TResponse>(), protocol.Errors);
    }

    /// <summary>What <see cref="AmazonServiceClient"/> needs to run one call of this operation.</summary>
    public InvokeOptions CreateOptions() =>
        new() { RequestMarshaller = this, ResponseUnmarshaller = _unmarshaller };

    /// <summary>The same for an operation whose host has to be asked for first, as Timestream's must.</summary>
    public InvokeOptions CreateOptions(EndpointOperationDelegate discoverEndpoints)
    {
        InvokeOptions options = CreateOptions();
        options.EndpointDiscoveryMarshaller = RequiredEndpointDiscovery.Instance;
        options.EndpointOperation = discoverEndpoints;
        return options;
    }

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, _protocol.ServiceName)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = JsonSerializer.SerializeToUtf8Bytes((TRequest)input, _requestType),
        };
        request.Headers["X-Amz-Target"] = _target;
        request.Headers["Content-Type"] = _protocol.ContentType;
        return request;
    }
}
