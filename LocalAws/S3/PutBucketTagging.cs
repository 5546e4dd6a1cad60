using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Replaces a bucket's tags (https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html).
/// </summary>
internal sealed class PutBucketTagging(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var tags = await TagSet.ReadDocumentAsync(request, TagSet.MaxOfBucket, cancellationToken);
        await store.SetTagsAsync(request.Bucket, tags, cancellationToken);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
