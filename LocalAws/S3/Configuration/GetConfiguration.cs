using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Configuration;

/// <summary>Tells a configuration of a bucket, or that it has none.</summary>
internal sealed class GetConfiguration(ObjectStore store, BucketConfiguration configuration) : IS3Operation
{
    /// <inheritdoc/>
    public string Name => "Get" + configuration.Name;

    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        store.Verify(request);
        return configuration.Document is { } document
            ? S3Xml.WriteAsync(request.Response, document, cancellationToken)
            : throw configuration.Absence!();
    }
}
