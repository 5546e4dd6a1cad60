using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Finds the bucket in a Host header of virtual-host style.</summary>
internal static partial class S3Host
{
    /// <summary>
    /// The bucket of <c>lake.localhost</c>, <c>lake.s3.localhost.localstack.cloud</c> or
    /// <c>my.lake.s3.us-east-1.amazonaws.com</c>; null for a host that names none, such as <c>localhost</c>,
    /// <c>127.0.0.1</c>, <c>s3.localhost</c> or <c>s3.us-east-1.amazonaws.com</c>.
    /// </summary>
    public static string? FindBucket(string host)
    {
        var match = AmazonHost().Match(host);
        if (!match.Success)
        {
            match = LocalHost().Match(host);
        }
        return match.Groups["bucket"] is { Length: > 0 } bucket ? bucket.Value.ToLowerInvariant() : null;
    }

    // <bucket>.s3.amazonaws.com, .s3.<region>., .s3-<region>., .s3.dualstack.<region>.
    [GeneratedRegex(
        @"^((?<bucket>.+)\.)?s3([.-]dualstack)?([.-][a-z0-9-]+)?\.amazonaws\.com$",
        RegexOptions.IgnoreCase)]
    private static partial Regex AmazonHost();

    // <bucket>.localhost or <bucket>.s3[.<region>].localhost, each also under .localstack.cloud
    [GeneratedRegex(
        @"^((?<bucket>.+?)\.)??(s3(\.[a-z]{2}(-[a-z]+)+-\d)?\.)?localhost(\.localstack\.cloud)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex LocalHost();
}
