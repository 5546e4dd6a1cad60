using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Reads an object or a part of it (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html).
/// </summary>
internal sealed class GetObject(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        using var content = store.OpenObject(request.Object);
        if (ObjectResponse.Begin(request, content.Object) is { } range)
        {
            await content.CopyToAsync(request.Response.BodyWriter, range.Offset, range.Length, cancellationToken);
        }
    }
}
