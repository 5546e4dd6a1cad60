using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Deletes an object, if there is one (https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html).
/// </summary>
internal sealed class DeleteObject(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        S3Path.VerifyKey(request.Key);
        await store.DeleteAsync(request.Object, WriteConditions.ForDelete(request), cancellationToken);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
