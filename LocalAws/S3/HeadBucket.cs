using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Tells whether a bucket exists (https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html).
/// </summary>
internal sealed class HeadBucket(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var bucket = store.GetBucket(request.Bucket);
        request.Response.Headers["x-amz-bucket-region"] = bucket.Region;
        request.Response.Headers["x-amz-access-point-alias"] = "false";
        return Task.CompletedTask;
    }
}
