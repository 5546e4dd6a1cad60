namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>Where moto 5.2.1 and LocalAws are known to answer differently of STS.</summary>
internal static class MotoStsDeviations
{
    public static readonly Deviation[] All =
    [
        new("GetCallerIdentity.UserId", "The caller here is the root user, whose id is the account's."),
        new("GetCallerIdentity.Arn", "moto's is a user of STS, which has none."),
        new("*.PackedPolicySize", "AWS tells it only of a session that has a policy or tags; moto always says 6."),
        new("AssumeWithSourceIdentity.SourceIdentity", "moto does not tell it."),
        .. Deviation.Each(
            "moto does not look at the limits of the model, nor at what the ARN is one of.",
            "TooShortToken.*",
            "AssumeWithShortName.*",
            "AssumeWithInvalidName.*",
            "AssumeTooBriefly.*",
            "AssumeTooLong.*",
            "AssumeUser.*",
            "AssumeNonsense.*"),
    ];
}
