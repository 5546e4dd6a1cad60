using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Sts;

/// <summary>AWS Security Token Service, API version 2011-06-15: whom a caller is taken for.</summary>
/// <remarks>Signatures are accepted as they come, so every credential handed out works, and so does any other.</remarks>
internal static class StsService
{
    public static QueryService Create(TimeProvider timeProvider) =>
        new QueryService("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/")
            .Map("GetCallerIdentity", new GetCallerIdentity())
            .Map("GetSessionToken", new GetSessionToken(timeProvider))
            .Map("AssumeRole", new AssumeRole(timeProvider));
}
