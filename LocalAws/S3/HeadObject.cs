using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Reads what is known of an object (https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html).
/// </summary>
internal sealed class HeadObject(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var (stored, parts) = PartNumber.Find(request) is null
            ? (store.GetObject(request.Object), [])
            : store.GetObjectWithParts(request.Object);
        var requested = ObjectResponse.Select(request, stored, parts);
        ObjectResponse.Begin(request, stored, parts, requested);
        return Task.CompletedTask;
    }
}
