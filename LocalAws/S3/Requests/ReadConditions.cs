using System.Globalization;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The conditions of a GET or HEAD, in the precedence RFC 9110 section 13.2.2 gives them.</summary>
internal static class ReadConditions
{
    /// <summary>True when the client's copy is current (304).</summary>
    /// <exception cref="S3Exception">PreconditionFailed.</exception>
    public static bool IsNotModified(S3Request request, StoredObject stored)
    {
        if (request.FindHeader("If-Match") is { } ifMatch)
        {
            if (!Matches(ifMatch, stored))
            {
                throw S3Errors.PreconditionFailed("If-Match");
            }
        }
        else if (ParseDate(request.FindHeader("If-Unmodified-Since")) < stored.LastModified)
        {
            throw S3Errors.PreconditionFailed("If-Unmodified-Since");
        }
        if (request.FindHeader("If-None-Match") is { } ifNoneMatch)
        {
            return Matches(ifNoneMatch, stored);
        }
        return ParseDate(request.FindHeader("If-Modified-Since")) >= stored.LastModified;
    }

    private static bool Matches(string header, StoredObject stored) => header
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(tag => tag == "*" || EntityTags.Unquote(tag) == stored.ETag);

    // A date that cannot be read is no condition (RFC 9110, 13.1.3).
    private static DateTimeOffset? ParseDate(string? header) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
}
