using Amazon.Polyfill.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.Kinesis;

/// <summary>Settings of a client of Amazon Kinesis Data Streams: region or service URL, timeouts, retries.</summary>
public partial class AmazonKinesisConfig : ClientConfig
{
    private static readonly string UserAgentText =
        InternalSDKUtils.BuildUserAgentString("Kinesis", "4.0.100");

    /// <summary>The name in settings such as <c>AWS_ENDPOINT_URL_KINESIS</c>.</summary>
    public static new string ServiceId => "Kinesis";

    /// <summary>Settings from the environment and the shared AWS configuration files.</summary>
    public AmazonKinesisConfig()
        : base(StandardDefaults.CreateProvider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "kinesis";
        EndpointProvider = new RegionalEndpointProvider("kinesis");
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "kinesis";

    /// <inheritdoc/>
    public override string ServiceVersion => "2013-12-02";

    /// <inheritdoc/>
    public override string UserAgent => UserAgentText;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.MapParameters(this, parameters.AlternateEndpoint));
}
