using System.Globalization;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>What CopyObject and UploadPartCopy copy from, and the conditions on it.</summary>
internal static class CopySource
{
    public const string Header = "x-amz-copy-source";

    private const string RangeHeader = "x-amz-copy-source-range";

    /// <summary>
    /// Reads <c>x-amz-copy-source: /bucket/key</c>, percent-encoded, perhaps with <c>?versionId=null</c>.
    /// </summary>
    /// <exception cref="S3Exception">InvalidArgument, InvalidRequest.</exception>
    public static ObjectAddress Parse(S3Request request)
    {
        var header = request.FindHeader(Header) ?? "";
        const string VersionQuery = "?versionId=";
        var question = header.LastIndexOf(VersionQuery, StringComparison.Ordinal);
        var path = question < 0 ? header : header[..question];
        var (bucket, key) = S3Path.Split(S3Path.Decode("/" + path.TrimStart('/')));
        if (bucket.Length == 0 || key.Length == 0)
        {
            throw S3Errors.InvalidArgument(
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", Header, header);
        }
        if (bucket.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw S3Errors.HeaderNotImplemented(Header, header);
        }
        if (question >= 0)
        {
            ObjectVersion.Verify(header[(question + VersionQuery.Length)..]);
        }
        return new ObjectAddress(bucket, key);
    }

    /// <summary>Refuses to copy when the conditions on the source do not hold.</summary>
    /// <exception cref="S3Exception">PreconditionFailed.</exception>
    public static void VerifyConditions(S3Request request, StoredObject source)
    {
        if (new Conditions(request, Header + "-").FindFailure(source) is { } failed)
        {
            throw S3Errors.PreconditionFailed(failed);
        }
    }

    /// <summary>The part of the source UploadPartCopy copies: all of it, or <c>bytes=first-last</c>.</summary>
    /// <exception cref="S3Exception">InvalidArgument.</exception>
    public static ByteRange ParseRange(S3Request request, StoredObject source)
    {
        if (request.FindHeader(RangeHeader) is not { } header)
        {
            return new ByteRange(0, source.Size);
        }
        const string Unit = "bytes=";
        var ends = header.StartsWith(Unit, StringComparison.Ordinal) ? header[Unit.Length..].Split('-') : [];
        if (ends.Length != 2 || !TryParse(ends[0], out var first) || !TryParse(ends[1], out var last) || first > last)
        {
            throw S3Errors.InvalidArgument(
                "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the "
                + "zero-based offsets of the first and last bytes to copy",
                RangeHeader,
                header);
        }
        return last < source.Size
            ? new ByteRange(first, last - first + 1)
            : throw S3Errors.InvalidArgument(
                $"Range specified is not valid for source object of size: {source.Size}", RangeHeader, header);
    }

    private static bool TryParse(string text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
