using System.Security.Cryptography;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Sts;

/// <summary>Temporary credentials in the form of AWS's; nothing here checks them, or when they expire.</summary>
internal sealed record SessionCredentials(
    string AccessKeyId,
    string SecretAccessKey,
    string SessionToken,
    DateTimeOffset Expiration) : IQueryResponse
{
    private const string KeyCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static SessionCredentials Create(TimeProvider timeProvider, int durationSeconds) => new(
        "ASIA" + RandomNumberGenerator.GetString(KeyCharacters, 16),
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)),
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(96)),
        timeProvider.GetUtcNow().AddSeconds(durationSeconds));

    public void Write(QueryXml xml) => xml.Structure("Credentials", credentials =>
    {
        credentials.Text("AccessKeyId", AccessKeyId);
        credentials.Text("SecretAccessKey", SecretAccessKey);
        credentials.Text("SessionToken", SessionToken);
        credentials.Time("Expiration", Expiration);
    });
}
