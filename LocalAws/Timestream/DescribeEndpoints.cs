using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record DescribeEndpointsRequest;

/// <summary>Where to send requests, and for how long to remember it.</summary>
internal sealed record TimestreamEndpoint(string Address, long CachePeriodInMinutes);

internal sealed record DescribeEndpointsResponse(IReadOnlyList<TimestreamEndpoint> Endpoints);

/// <summary>DescribeEndpoints: the address by which the caller reached us, with its scheme.</summary>
/// <remarks>SDKs put <c>https://</c> before an address without a scheme, and we speak plain HTTP.</remarks>
internal sealed class DescribeEndpoints : IOperation<DescribeEndpointsRequest, DescribeEndpointsResponse>
{
    private const long CachePeriodInMinutes = 1440;

    public ValueTask<DescribeEndpointsResponse> InvokeAsync(
        DescribeEndpointsRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var address = context.BaseUrl.GetLeftPart(UriPartial.Authority);
        return ValueTask.FromResult(
            new DescribeEndpointsResponse([new TimestreamEndpoint(address, CachePeriodInMinutes)]));
    }
}
