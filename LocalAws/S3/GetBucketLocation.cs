using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Tells a bucket's region (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html).
/// </summary>
internal sealed class GetBucketLocation(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var bucket = store.GetBucket(request.Bucket);
        return S3Xml.WriteAsync(
            request.Response,
            // Buckets of us-east-1 have an empty constraint.
            writer => writer.WriteElementString(
                "LocationConstraint",
                S3Xml.Namespace,
                bucket.Region == RequestContext.DefaultRegion ? "" : bucket.Region),
            cancellationToken);
    }
}
