#nullable enable

using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Polyfill.AwsJson;

/// <summary>Where a regional service listens: the configured service URL, else the region's host.</summary>
/// <param name="hostPrefix">First part of the host name, for example <c>kinesis</c> or <c>ingest.timestream</c>.</param>
internal sealed class RegionalEndpointProvider(string hostPrefix) : IEndpointProvider
{
    /// <summary>Parameter names of the endpoint rules in the service models.</summary>
    public const string Region = "Region", ServiceUrl = "Endpoint", UseDualStack = "UseDualStack", UseFips = "UseFIPS";

    /// <inheritdoc/>
    /// <exception cref="AmazonClientException">Neither a service URL nor a region is configured.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[ServiceUrl] is string { Length: > 0 } url)
        {
            return new Endpoint(url);
        }

        if (parameters[Region] is not string { Length: > 0 } region)
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        string fips = parameters[UseFips] is true ? "-fips" : "";
        string suffix = parameters[UseDualStack] is true
            ? "api.aws"
            : RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;
        return new Endpoint($"https://{hostPrefix}{fips}.{region}.{suffix}");
    }
}

/// <summary>Fills in the endpoint of a call from the client's configuration.</summary>
internal sealed class RegionalEndpointResolver : BaseEndpointResolver
{
    /// <summary>The parameters that decide the endpoint, taken from <paramref name="config"/>.</summary>
    public static EndpointParameters MapParameters(IClientConfig config, RegionEndpoint? alternate)
    {
        string? region = (alternate ?? config.RegionEndpoint)?.SystemName;
        if (region is null && !string.IsNullOrEmpty(config.ServiceURL))
        {
            region = string.IsNullOrEmpty(config.AuthenticationRegion)
                ? AWSSDKUtils.DetermineRegion(config.ServiceURL)
                : config.AuthenticationRegion;
        }

        return new EndpointParameters
        {
            [RegionalEndpointProvider.Region] = region,
            [RegionalEndpointProvider.ServiceUrl] = config.ServiceURL,
            [RegionalEndpointProvider.UseDualStack] = config.UseDualstackEndpoint,
            [RegionalEndpointProvider.UseFips] = config.UseFIPSEndpoint,
        };
    }

    /// <inheritdoc/>
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        MapParameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
