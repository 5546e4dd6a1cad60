using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Reads a body that is a document rather than an object's content.</summary>
internal static class SmallBody
{
    /// <summary>Reads all of it, verified like any content.</summary>
    /// <exception cref="S3Exception">MaxMessageLengthExceeded, and those of <see cref="S3RequestBody"/>.</exception>
    public static async Task<MemoryStream> ReadAsync(
        S3RequestBody body,
        int maxBytes,
        CancellationToken cancellationToken)
    {
        using var digest = new ContentDigest(body.Algorithm);
        var document = new MemoryStream();
        using var destination = new BoundedDigestingStream(document, digest, maxBytes);
        await body.CopyToAsync(destination, digest, cancellationToken);
        document.Position = 0;
        return document;
    }
}
