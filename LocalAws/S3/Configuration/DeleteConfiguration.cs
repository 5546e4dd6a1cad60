using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Configuration;

/// <summary>Deletes a configuration a bucket does not have, which AWS answers with success.</summary>
internal sealed class DeleteConfiguration(ObjectStore store, BucketConfiguration configuration) : IS3Operation
{
    /// <inheritdoc/>
    public string Name => "Delete" + configuration.Name;

    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        store.Verify(request);
        if (!configuration.CanBeDeleted)
        {
            throw S3Errors.ParameterNotImplemented(Name);
        }
        request.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
