namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Reads the credential scope of Signature Version 4; the signature itself is accepted as it comes.</summary>
/// <remarks>
/// Sample: <c>AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/kinesis/aws4_request, SignedHeaders=…</c>, or the
/// same scope in the query parameter <c>X-Amz-Credential</c> of a presigned URL.
/// </remarks>
internal static class CredentialScope
{
    private const string Marker = "Credential=";

    /// <summary>The region the caller signed for, or null when the request carries none.</summary>
    public static string? Region(HttpRequest request) => Part(request, 2);

    /// <summary>The service the caller signed for, for example <c>sts</c>, or null.</summary>
    public static string? Service(HttpRequest request) => Part(request, 3);

    private static string? Part(HttpRequest request, int index)
    {
        var authorization = request.Headers.Authorization.ToString();
        var start = authorization.IndexOf(Marker, StringComparison.Ordinal);
        if (start >= 0)
        {
            return PartOf(authorization.AsSpan(start + Marker.Length), index);
        }

        return request.Query.TryGetValue("X-Amz-Credential", out var presigned)
            ? PartOf(presigned.ToString(), index)
            : null;
    }

    private static string? PartOf(ReadOnlySpan<char> scope, int index)
    {
        var end = scope.IndexOfAny(',', ' ');
        scope = end < 0 ? scope : scope[..end];
        Span<Range> parts = stackalloc Range[6];
        return scope.Split(parts, '/') == 5 && !scope[parts[index]].IsEmpty ? scope[parts[index]].ToString() : null;
    }
}
