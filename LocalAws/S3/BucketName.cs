using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>The naming rules of general purpose buckets (S3: "General purpose bucket naming rules").</summary>
internal static partial class BucketName
{
    private static readonly string[] ReservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];

    /// <summary>Ends of the names of access points, directory buckets and table buckets.</summary>
    private static readonly string[] ReservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <summary>Refuses a name S3 would not create.</summary>
    /// <exception cref="S3Exception">InvalidBucketName.</exception>
    public static void Verify(string name)
    {
        var isValid = Form().IsMatch(name)
            && !name.Contains("..", StringComparison.Ordinal)
            && !Address().IsMatch(name)
            && !Array.Exists(ReservedPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            && !Array.Exists(ReservedSuffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal));
        if (!isValid)
        {
            throw S3Errors.InvalidBucketName(name);
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\d+\.\d+\.\d+\.\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
