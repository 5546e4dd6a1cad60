using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The conditions of a request that writes or deletes an object.</summary>
internal static class WriteConditions
{
    private const string IfMatch = "If-Match";
    private const string IfNoneMatch = "If-None-Match";

    /// <summary>Reads If-Match (an entity tag) and If-None-Match (only <c>*</c>) of a write.</summary>
    /// <exception cref="S3Exception">NotImplemented for both, or for other values, as S3.</exception>
    public static PutCondition ForWrite(S3Request request)
    {
        var ifMatch = request.FindHeader(IfMatch);
        var ifNoneMatch = request.FindHeader(IfNoneMatch);
        if (ifMatch is not null && ifNoneMatch is not null)
        {
            throw S3Errors.HeaderNotImplemented($"{IfMatch},{IfNoneMatch}", $"{ifMatch},{ifNoneMatch}");
        }
        if (ifNoneMatch is not (null or "*"))
        {
            throw S3Errors.HeaderNotImplemented(IfNoneMatch, ifNoneMatch);
        }
        return ifMatch == "*"
            ? throw S3Errors.HeaderNotImplemented(IfMatch, ifMatch)
            : new PutCondition(Unquote(ifMatch), ifNoneMatch is not null);
    }

    /// <summary>Reads If-Match (an entity tag or <c>*</c>) of a deletion.</summary>
    /// <exception cref="S3Exception">NotImplemented for If-None-Match.</exception>
    public static PutCondition ForDelete(S3Request request) =>
        request.FindHeader(IfNoneMatch) is { } ifNoneMatch
            ? throw S3Errors.HeaderNotImplemented(IfNoneMatch, ifNoneMatch)
            : new PutCondition(Unquote(request.FindHeader(IfMatch)), IfNoneMatch: false);

    private static string? Unquote(string? tag) => tag is null ? null : EntityTags.Unquote(tag);
}
