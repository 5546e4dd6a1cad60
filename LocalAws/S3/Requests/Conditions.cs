using System.Globalization;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>
/// Conditions on an object that is read or copied from, in the precedence RFC 9110 section 13.2.2 gives them.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="prefix">What stands before the names of the headers: nothing, or <c>x-amz-copy-source-</c>.</param>
internal sealed class Conditions(S3Request request, string prefix = "")
{
    private const string IfMatch = "If-Match";
    private const string IfUnmodifiedSince = "If-Unmodified-Since";
    private const string IfNoneMatch = "If-None-Match";
    private const string IfModifiedSince = "If-Modified-Since";

    /// <summary>True when the client's copy is current (304).</summary>
    /// <exception cref="S3Exception">PreconditionFailed.</exception>
    public bool IsNotModified(StoredObject stored) => FindFailure(stored) switch
    {
        null => false,
        IfNoneMatch or IfModifiedSince => true,
        var failed => throw S3Errors.PreconditionFailed(failed),
    };

    /// <summary>The condition that does not hold; null when all do.</summary>
    public string? FindFailure(StoredObject stored)
    {
        if (request.FindHeader(prefix + IfMatch) is { } ifMatch)
        {
            if (!Matches(ifMatch, stored))
            {
                return prefix + IfMatch;
            }
        }
        else if (FindDate(IfUnmodifiedSince) < stored.LastModified)
        {
            return prefix + IfUnmodifiedSince;
        }
        if (request.FindHeader(prefix + IfNoneMatch) is { } ifNoneMatch)
        {
            return Matches(ifNoneMatch, stored) ? prefix + IfNoneMatch : null;
        }
        return FindDate(IfModifiedSince) >= stored.LastModified ? prefix + IfModifiedSince : null;
    }

    private static bool Matches(string header, StoredObject stored) => header
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(tag => tag == "*" || EntityTags.Unquote(tag) == stored.ETag);

    // A date that cannot be read is no condition (RFC 9110, 13.1.3).
    private DateTimeOffset? FindDate(string name) => DateTimeOffset.TryParse(
        request.FindHeader(prefix + name),
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal,
        out var date)
            ? date
            : null;
}
