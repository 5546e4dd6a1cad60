using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Deletes an empty bucket (https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html).</summary>
internal sealed class DeleteBucket(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        await store.DeleteBucketAsync(request.Bucket, cancellationToken);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
