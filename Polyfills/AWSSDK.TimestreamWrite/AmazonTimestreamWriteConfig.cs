using Amazon.Polyfill.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.TimestreamWrite;

/// <summary>
/// Settings of a client of Amazon Timestream, the write side: region or service URL, timeouts, retries.
/// </summary>
public partial class AmazonTimestreamWriteConfig : ClientConfig
{
    private static readonly string UserAgentText =
        InternalSDKUtils.BuildUserAgentString("Timestream Write", "4.0.100");

    /// <summary>The name in settings such as <c>AWS_ENDPOINT_URL_TIMESTREAM_WRITE</c>.</summary>
    public static new string ServiceId => "Timestream Write";

    /// <summary>Settings from the environment and the shared AWS configuration files.</summary>
    public AmazonTimestreamWriteConfig()
        : base(StandardDefaults.CreateProvider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "timestream";
        EndpointProvider = new RegionalEndpointProvider("ingest.timestream");
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "ingest.timestream";

    /// <inheritdoc/>
    public override string ServiceVersion => "2018-11-01";

    /// <inheritdoc/>
    public override string UserAgent => UserAgentText;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.MapParameters(this, parameters.AlternateEndpoint));
}
