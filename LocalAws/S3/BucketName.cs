using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>The naming rules of general purpose buckets (S3: "General purpose bucket naming rules").</summary>
internal static partial class BucketName
{
    /// <summary>Refuses a name S3 would not create.</summary>
    /// <exception cref="S3Exception">InvalidBucketName.</exception>
    public static void Verify(string name)
    {
        if (!Form().IsMatch(name) || name.Contains("..", StringComparison.Ordinal) || Address().IsMatch(name))
        {
            throw S3Errors.InvalidBucketName(name);
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\d+\.\d+\.\d+\.\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
