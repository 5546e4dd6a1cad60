using Amazon.Polyfill.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.TimestreamQuery;

/// <summary>
/// Settings of a client of Amazon Timestream, the query side: region or service URL, timeouts, retries.
/// </summary>
public partial class AmazonTimestreamQueryConfig : ClientConfig
{
    private static readonly string UserAgentText =
        InternalSDKUtils.BuildUserAgentString("Timestream Query", "4.0.100");

    /// <summary>The name in settings such as <c>AWS_ENDPOINT_URL_TIMESTREAM_QUERY</c>.</summary>
    public static new string ServiceId => "Timestream Query";

    /// <summary>Settings from the environment and the shared AWS configuration files.</summary>
    public AmazonTimestreamQueryConfig()
        : base(StandardDefaults.CreateProvider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "timestream";
        EndpointProvider = new RegionalEndpointProvider("query.timestream");
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "query.timestream";

    /// <inheritdoc/>
    public override string ServiceVersion => "2018-11-01";

    /// <inheritdoc/>
    public override string UserAgent => UserAgentText;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.MapParameters(this, parameters.AlternateEndpoint));
}
