using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Writes an object (https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html).</summary>
internal sealed class PutObject(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        S3Path.VerifyKey(request.Key);
        var metadata = ObjectHeaderMap.Read(request);
        var condition = WriteConditions.ForWrite(request);
        var body = new S3RequestBody(request);
        body.RequireLength();

        // Told before the body is read: a client that waits for "100 Continue" then need not send it.
        store.GetBucket(request.Bucket);

        await using var upload = store.BeginUpload(body.Algorithm);
        await body.CopyToAsync(upload, upload.Digest, cancellationToken);
        var stored = await store.PutAsync(request.Object, upload, metadata, condition, cancellationToken);
        request.Response.Headers.ETag = EntityTags.Quote(stored.ETag);
        request.Response.Headers["x-amz-server-side-encryption"] = "AES256";
        ChecksumHeaders.Write(request.Response.Headers, stored);
    }
}
