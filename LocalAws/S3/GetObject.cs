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
        using var reader = store.OpenObject(request.Object);
        var requested = ObjectResponse.Select(request, reader.Object, reader.Parts);
        if (requested is null)
        {
            ObjectResponse.Begin(request, reader.Object, reader.Parts, requested);
            return;
        }
        var (offset, length) = requested.In(reader.Object);
        reader.Content.Verify(offset, length);
        ObjectResponse.Begin(request, reader.Object, reader.Parts, requested);
        await reader.Content.CopyToAsync(request.Response.BodyWriter, offset, length, cancellationToken);
    }
}
