using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Status and headers of the answer to GET and HEAD.</summary>
internal static class ObjectResponse
{
    /// <summary>Decides what part of the content is asked for.</summary>
    /// <returns>Null when the client's copy is current (304).</returns>
    /// <exception cref="S3Exception">PreconditionFailed, InvalidRange, InvalidPartNumber, InvalidRequest.</exception>
    public static RequestedContent? Select(S3Request request, StoredObject stored, IReadOnlyList<StoredPart> parts)
    {
        if (new Conditions(request).IsNotModified(stored))
        {
            return null;
        }
        var range = request.FindHeader("Range");
        if (PartNumber.Find(request) is not { } number)
        {
            return new RequestedContent(ByteRange.Parse(range, stored.Size), Part: null);
        }
        if (range is not null)
        {
            throw S3Errors.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        }
        if (number > Math.Max(1, parts.Count))
        {
            throw S3Errors.InvalidPartNumber(number, Math.Max(1, parts.Count));
        }
        var part = parts.Count == 0 ? null : parts[number - 1];
        var offset = parts.Take(number - 1).Sum(previous => previous.Size);
        var length = part?.Size ?? stored.Size;
        return new RequestedContent(length == 0 ? null : new ByteRange(offset, length), part);
    }

    /// <summary>Writes status and headers.</summary>
    public static void Begin(
        S3Request request,
        StoredObject stored,
        IReadOnlyList<StoredPart> parts,
        RequestedContent? requested)
    {
        var response = request.Response;
        response.Headers.ETag = EntityTags.Quote(stored.ETag);
        response.Headers.LastModified = stored.LastModified.ToString("R");
        if (requested is null)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        ObjectHeaderMap.Write(stored, request);
        response.Headers.AcceptRanges = "bytes";
        response.Headers["x-amz-server-side-encryption"] = "AES256";
        if (stored.Metadata.Tags.Count > 0)
        {
            response.Headers["x-amz-tagging-count"] = stored.Metadata.Tags.Count.ToString();
        }
        if (PartNumber.Find(request) is not null && parts.Count > 0)
        {
            response.Headers["x-amz-mp-parts-count"] = parts.Count.ToString();
        }
        if (requested.Range is { } range)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {range.Offset}-{range.Offset + range.Length - 1}/{stored.Size}";
        }
        if (request.FindHeader("x-amz-checksum-mode") == "ENABLED")
        {
            WriteChecksum(response.Headers, stored, requested);
        }
        response.ContentLength = requested.In(stored).Length;
    }

    // Of any other range than a part there is no checksum to tell.
    private static void WriteChecksum(IHeaderDictionary headers, StoredObject stored, RequestedContent requested)
    {
        if (requested.Part is { } part)
        {
            headers[stored.ChecksumAlgorithm.HeaderName] = part.Checksum;
            headers["x-amz-checksum-type"] = stored.ChecksumType;
        }
        else if (requested.Range is null || requested.In(stored).Length == stored.Size)
        {
            ChecksumHeaders.Write(headers, stored);
        }
    }
}
