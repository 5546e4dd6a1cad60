using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>An operation that AWS itself refuses for buckets and objects as they are here.</summary>
internal sealed class RefusedOperation(ObjectStore store, string name, Func<S3Exception> refusal) : IS3Operation
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        store.Verify(request);
        throw refusal();
    }
}
