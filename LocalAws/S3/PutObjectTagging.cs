using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Replaces an object's tags (https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html).
/// </summary>
internal sealed class PutObjectTagging(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var tags = await TagSet.ReadDocumentAsync(request, TagSet.MaxOfObject, cancellationToken);
        await store.SetTagsAsync(request.Object, tags, cancellationToken);
    }
}
