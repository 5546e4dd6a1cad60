using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Uploads one part (https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html).
/// </summary>
internal sealed class UploadPart(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var address = request.Upload;
        var number = request.PartNumber;
        var body = new S3RequestBody(request);
        body.RequireLength();

        // Told before the body is read, as for PutObject.
        var upload = store.Uploads.Get(address);
        VerifyAlgorithm(upload, body.ClaimedAlgorithm);

        await using var content = store.BeginUpload(upload.Algorithm);
        var claimed = await body.CopyToAsync(content, content.Digest, cancellationToken);
        var part = await store.Uploads.PutPartAsync(address, number, content, cancellationToken);
        request.Response.Headers.ETag = EntityTags.Quote(part.ETag);
        request.Response.Headers["x-amz-server-side-encryption"] = "AES256";
        if (claimed is not null)
        {
            request.Response.Headers[body.Algorithm.HeaderName] = claimed;
        }
    }

    private static void VerifyAlgorithm(StoredUpload upload, ChecksumAlgorithm? claimed)
    {
        if (upload.RequestedAlgorithm is { } expected && claimed != expected)
        {
            throw S3Errors.InvalidRequest(
                $"Checksum Type mismatch occurred, expected checksum Type: {expected.Name.ToLowerInvariant()}, "
                + $"actual checksum Type: {claimed?.Name.ToLowerInvariant() ?? "null"}");
        }
    }
}
