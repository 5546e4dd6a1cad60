namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>What an operation may know about the call around its request.</summary>
/// <param name="Region">The region the caller signed for; <see cref="DefaultRegion"/> when it did not sign.</param>
/// <param name="AccountId">The account that owns everything here.</param>
/// <param name="BaseUrl">Scheme, host and port by which the caller reached LocalAws.</param>
/// <param name="RequestId">The id sent as <c>x-amzn-RequestId</c>.</param>
internal sealed record RequestContext(string Region, string AccountId, Uri BaseUrl, string RequestId)
{
    public const string DefaultRegion = "us-east-1";
    public const string DefaultAccountId = "000000000000";

    /// <summary>Describes the call in <paramref name="context"/>.</summary>
    public static RequestContext From(HttpContext context) => new(
        CredentialScope.Region(context.Request) ?? DefaultRegion,
        DefaultAccountId,
        new Uri($"http://{context.Request.Host}"),
        context.TraceIdentifier);
}
