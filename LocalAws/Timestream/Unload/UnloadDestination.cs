using System.Text;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3.Storage;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Unload;

/// <summary>Where UNLOAD writes: <c>s3://bucket/prefix</c>.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What stands before every key: empty, or ending in '/'.</param>
internal sealed partial record UnloadDestination(string Bucket, string Prefix)
{
    private const int MaxKeyBytes = 1024;

    /// <exception cref="AwsException">ValidationException: the statement's destination is none.</exception>
    public static UnloadDestination Read(UnloadStatement statement)
    {
        if (Form().Match(statement.Destination) is not { Success: true } match || statement.Destination.Any(char.IsControl))
        {
            throw SqlError.At(
                statement.DestinationPosition,
                $"the UNLOAD destination '{statement.Destination}' must have the form s3://bucket/prefix");
        }

        var prefix = match.Groups["prefix"].Value.TrimEnd('/');
        return new UnloadDestination(match.Groups["bucket"].Value, prefix.Length == 0 ? "" : prefix + "/");
    }

    /// <exception cref="AwsException">ValidationException: S3 has no keys of that length.</exception>
    public ObjectAddress Address(string key)
    {
        var whole = Prefix + key;
        return Encoding.UTF8.GetByteCount(whole) <= MaxKeyBytes
            ? new ObjectAddress(Bucket, whole)
            : throw TimestreamErrors.Validation(
                $"The generated S3 object key: {whole} is too long. See documentation for more details.");
    }

    /// <summary>The URL of an object, as manifests have it.</summary>
    public static string Url(ObjectAddress address) => $"s3://{address.Bucket}/{address.Key}";

    [GeneratedRegex("^s3://(?<bucket>[^/]+)(/(?<prefix>.*))?\\z", RegexOptions.Singleline)]
    private static partial Regex Form();
}
