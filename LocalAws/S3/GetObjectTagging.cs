using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Reads an object's tags (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html).
/// </summary>
internal sealed class GetObjectTagging(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken) =>
        TagSet.WriteDocumentAsync(
            request.Response, store.GetObject(request.Object).Metadata.Tags, cancellationToken);
}
