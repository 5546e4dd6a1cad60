using Amazon.Polyfill.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.KinesisFirehose;

/// <summary>Settings of a client of Amazon Data Firehose: region or service URL, timeouts, retries.</summary>
public partial class AmazonKinesisFirehoseConfig : ClientConfig
{
    private static readonly string UserAgentText =
        InternalSDKUtils.BuildUserAgentString("Firehose", "4.0.100");

    /// <summary>The name in settings such as <c>AWS_ENDPOINT_URL_FIREHOSE</c>.</summary>
    public static new string ServiceId => "Firehose";

    /// <summary>Settings from the environment and the shared AWS configuration files.</summary>
    public AmazonKinesisFirehoseConfig()
        : base(StandardDefaults.CreateProvider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "firehose";
        EndpointProvider = new RegionalEndpointProvider("firehose");
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "firehose";

    /// <inheritdoc/>
    public override string ServiceVersion => "2015-08-04";

    /// <inheritdoc/>
    public override string UserAgent => UserAgentText;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.MapParameters(this, parameters.AlternateEndpoint));
}
