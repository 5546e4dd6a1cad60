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
    public static string? Region(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        var start = authorization.IndexOf(Marker, StringComparison.Ordinal);
        if (start >= 0)
        {
            return RegionOf(authorization.AsSpan(start + Marker.Length));
        }

        return request.Query.TryGetValue("X-Amz-Credential", out var presigned) ? RegionOf(presigned.ToString()) : null;
    }

    private static string? RegionOf(ReadOnlySpan<char> scope)
    {
        var end = scope.IndexOfAny(',', ' ');
        scope = end < 0 ? scope : scope[..end];
        Span<Range> parts = stackalloc Range[6];
        return scope.Split(parts, '/') == 5 && !scope[parts[2]].IsEmpty ? scope[parts[2]].ToString() : null;
    }
}
