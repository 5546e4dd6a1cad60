using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Checks where reports shall go.</summary>
internal static partial class S3Locations
{
    private const string BucketShown = @"[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9]";
    private const string PrefixShown = @"[a-zA-Z0-9|!\-_*'\(\)]([a-zA-Z0-9]|[!\-_*'\(\)\/.])+";

    /// <param name="validation">Where mistakes are noted.</param>
    /// <param name="path">The location's path in the request.</param>
    /// <param name="location">The location.</param>
    /// <param name="maxPrefix">The longest prefix that the operation takes.</param>
    public static void Check(ref Validation validation, string path, S3Location location, int maxPrefix)
    {
        validation.Required($"{path}.bucketName", location.BucketName);
        validation.Length($"{path}.bucketName", location.BucketName, 3, 63);
        validation.Pattern($"{path}.bucketName", location.BucketName, Bucket(), BucketShown);
        validation.Length($"{path}.objectKeyPrefix", location.ObjectKeyPrefix, 1, maxPrefix);
        validation.Pattern($"{path}.objectKeyPrefix", location.ObjectKeyPrefix, Prefix(), PrefixShown);
        validation.OneOf($"{path}.encryptionOption", location.EncryptionOption, "SSE_S3", "SSE_KMS");
        validation.Length($"{path}.kmsKeyId", location.KmsKeyId, 1, 2048);
    }

    [GeneratedRegex(@"^[a-z0-9][.\-a-z0-9]{1,61}[a-z0-9]\z")]
    private static partial Regex Bucket();

    [GeneratedRegex(@"^[a-zA-Z0-9|!\-_*'()][a-zA-Z0-9!\-_*'()/.]+\z")]
    private static partial Regex Prefix();
}
