#nullable enable

using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.Polyfill.AwsJson;

/// <summary>The two steps every service client of the SDK adds to the runtime pipeline: endpoint, then signature.</summary>
internal static class AwsJsonPipeline
{
    /// <summary>Puts our endpoint resolution and SigV4 in the places AWSSDK.Core keeps for them.</summary>
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }

    private sealed class SigV4Handler : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
            AuthSchemeOption.DEFAULT_SIGV4;
    }
}
