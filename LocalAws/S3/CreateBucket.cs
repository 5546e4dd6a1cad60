using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Creates a bucket (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html).</summary>
/// <remarks>Creating one's own bucket again succeeds in us-east-1 and is refused elsewhere, as on AWS.</remarks>
internal sealed class CreateBucket(ObjectStore store) : IS3Operation
{
    private const int MaxBodyBytes = 64 * 1024;

    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        BucketName.Verify(request.Bucket);
        var region = CredentialScope.Region(request.HttpContext.Request) ?? RequestContext.DefaultRegion;
        var constraint = await ReadLocationAsync(request, cancellationToken);
        try
        {
            await store.CreateBucketAsync(request.Bucket, constraint ?? region, cancellationToken);
        }
        catch (S3Exception refusal) when (refusal.Code == "BucketAlreadyOwnedByYou"
            && region == RequestContext.DefaultRegion && constraint is null)
        {
            // Kept by AWS in its first region "for legacy compatibility".
        }
        request.Response.Headers.Location = "/" + request.Bucket;
    }

    private static async Task<string?> ReadLocationAsync(S3Request request, CancellationToken cancellationToken)
    {
        var configuration = await S3Document.TryReadAsync(
            new S3RequestBody(request), "CreateBucketConfiguration", MaxBodyBytes, cancellationToken);
        if (configuration is null)
        {
            return null;
        }
        configuration.AllowOnly("LocationConstraint");
        return configuration.Text("LocationConstraint") is { Length: > 0 } location ? location : null;
    }
}
