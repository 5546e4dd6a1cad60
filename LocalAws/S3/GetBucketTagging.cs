using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Reads a bucket's tags (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html).
/// </summary>
internal sealed class GetBucketTagging(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var tags = store.GetBucket(request.Bucket).Tags;
        return tags.Count == 0
            ? throw new S3Exception("NoSuchTagSet", "The TagSet does not exist", 404)
            : TagSet.WriteDocumentAsync(request.Response, tags, cancellationToken);
    }
}
