using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Ends an upload and deletes its parts
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html).
/// </summary>
internal sealed class AbortMultipartUpload(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        await store.Uploads.AbortAsync(request.Upload, cancellationToken);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
