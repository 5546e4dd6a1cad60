using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Status and headers of the answer to GET and HEAD.</summary>
internal static class ObjectResponse
{
    /// <summary>Writes them.</summary>
    /// <returns>The part of the content to send; null for none (304).</returns>
    /// <exception cref="S3Exception">PreconditionFailed, InvalidRange.</exception>
    public static ByteRange? Begin(S3Request request, StoredObject stored)
    {
        var response = request.Response;
        var isNotModified = ReadConditions.IsNotModified(request, stored);
        var range = isNotModified ? null : ByteRange.Parse(request.FindHeader("Range"), stored.Size);
        response.Headers.ETag = EntityTags.Quote(stored.ETag);
        response.Headers.LastModified = stored.LastModified.ToString("R");
        if (isNotModified)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }
        ObjectHeaderMap.Write(stored, request);
        response.Headers.AcceptRanges = "bytes";
        response.Headers["x-amz-server-side-encryption"] = "AES256";
        if (range is { } part)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {part.Offset}-{part.Offset + part.Length - 1}/{stored.Size}";
        }
        else if (request.FindHeader("x-amz-checksum-mode") == "ENABLED")
        {
            // Of a part there is no checksum to tell.
            ChecksumHeaders.Write(response.Headers, stored);
        }
        var sent = range ?? new ByteRange(0, stored.Size);
        response.ContentLength = sent.Length;
        return sent;
    }
}
