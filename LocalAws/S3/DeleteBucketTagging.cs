using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Removes a bucket's tags (https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html).
/// </summary>
internal sealed class DeleteBucketTagging(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        await store.SetTagsAsync(request.Bucket, TagSet.None, cancellationToken);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
