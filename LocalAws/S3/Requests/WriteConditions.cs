using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The conditions of a PUT or DELETE.</summary>
internal static class WriteConditions
{
    /// <summary>Reads If-Match (an entity tag or <c>*</c>) and If-None-Match (only <c>*</c>).</summary>
    /// <exception cref="S3Exception">NotImplemented for an If-None-Match with an entity tag, as S3.</exception>
    public static PutCondition Parse(S3Request request)
    {
        var ifMatch = request.FindHeader("If-Match");
        var ifNoneMatch = request.FindHeader("If-None-Match");
        if (ifNoneMatch is not (null or "*"))
        {
            throw S3Errors.HeaderNotImplemented("If-None-Match", ifNoneMatch);
        }
        return new PutCondition(ifMatch is null ? null : EntityTags.Unquote(ifMatch), ifNoneMatch is not null);
    }
}
