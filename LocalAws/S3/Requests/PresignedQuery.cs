using System.Globalization;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The query of a presigned URL: how long it may be used, and the headers it carries.</summary>
/// <remarks>
/// <c>?X-Amz-Algorithm=AWS4-HMAC-SHA256&amp;X-Amz-Credential=…&amp;X-Amz-Date=20260101T000000Z&amp;X-Amz-Expires=900
/// &amp;X-Amz-SignedHeaders=host&amp;X-Amz-Signature=…</c>, or in Signature Version 2, which boto3 still makes:
/// <c>?AWSAccessKeyId=…&amp;Signature=…&amp;Expires=1767225600</c>. The signature itself is accepted as it comes.
/// </remarks>
internal static class PresignedQuery
{
    private const string DateForm = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Longest life of a URL: a week.</summary>
    private const int MaxExpiresSeconds = 604_800;

    /// <summary>How far the signer's clock may be ahead of ours, as on AWS.</summary>
    private static readonly TimeSpan MaxLead = TimeSpan.FromMinutes(15);

    private static readonly string[] Version4Parameters =
    [
        "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Expires",
    ];

    /// <summary>Refuses a URL that has expired; of one that has not, makes its x-amz- parameters headers.</summary>
    /// <exception cref="S3Exception">AccessDenied, AuthorizationQueryParametersError.</exception>
    public static void Apply(HttpRequest request, DateTimeOffset now)
    {
        if (Array.Exists(Version4Parameters, request.Query.ContainsKey))
        {
            VerifyVersion4(request.Query, now);
        }
        else if (request.Query.ContainsKey("AWSAccessKeyId") && request.Query.ContainsKey("Signature"))
        {
            VerifyVersion2(request.Query, now);
        }
        else
        {
            return;
        }
        MoveHeaders(request);
    }

    private static void VerifyVersion4(IQueryCollection query, DateTimeOffset now)
    {
        if (Array.Exists(Version4Parameters, parameter => string.IsNullOrEmpty(query[parameter])))
        {
            throw S3Errors.InvalidQueryParameters(
                "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, "
                + "X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
        }
        var expires = ParseExpires(query["X-Amz-Expires"].ToString());
        var isDate = DateTimeOffset.TryParseExact(
            query["X-Amz-Date"],
            DateForm,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var signed);
        if (!isDate)
        {
            throw S3Errors.InvalidQueryParameters(
                "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        }
        if (signed - now > MaxLead)
        {
            throw S3Errors.AccessDenied("Request is not yet valid");
        }
        // A date near the end of the calendar, in a URL nobody signed, has no end to compute.
        if (signed < DateTimeOffset.MaxValue.AddDays(-8) && signed.AddSeconds(expires) < now)
        {
            throw Expired(now, signed.AddSeconds(expires), expires);
        }
    }

    private static int ParseExpires(string text)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            throw S3Errors.InvalidQueryParameters("X-Amz-Expires should be a number");
        }
        if (seconds < 0)
        {
            throw S3Errors.InvalidQueryParameters("X-Amz-Expires must be non-negative");
        }
        return seconds <= MaxExpiresSeconds
            ? (int)seconds
            : throw S3Errors.InvalidQueryParameters(
                "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less "
                + $"than {MaxExpiresSeconds} seconds");
    }

    private static void VerifyVersion2(IQueryCollection query, DateTimeOffset now)
    {
        var text = query["Expires"].ToString();
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var expires))
        {
            throw S3Errors.AccessDenied($"Invalid date (should be seconds since epoch): {text}");
        }
        if (expires < now.ToUnixTimeSeconds())
        {
            throw Expired(now, DateTimeOffset.FromUnixTimeSeconds(expires), seconds: null);
        }
    }

    private static S3Exception Expired(DateTimeOffset now, DateTimeOffset expiry, int? seconds)
    {
        var details = new List<KeyValuePair<string, string>>
        {
            new("Expires", S3Xml.FormatTime(expiry)),
            new("ServerTime", S3Xml.FormatTime(now)),
        };
        if (seconds is not null)
        {
            details.Insert(0, new("X-Amz-Expires", seconds.Value.ToString()));
        }
        return new S3Exception("AccessDenied", "Request has expired", 403) { Details = details };
    }

    /// <summary>Signers put headers of the API into the query, where S3 reads them as the headers they are.</summary>
    private static void MoveHeaders(HttpRequest request)
    {
        foreach (var (name, value) in request.Query)
        {
            var isHeader = name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)
                && !Version4Parameters.Contains(name, StringComparer.OrdinalIgnoreCase)
                && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
            if (isHeader && !request.Headers.ContainsKey(name))
            {
                request.Headers[name] = value;
            }
        }
    }
}
