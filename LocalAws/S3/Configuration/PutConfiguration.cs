using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Configuration;

/// <summary>Accepts a configuration that holds already, and refuses every other.</summary>
internal sealed class PutConfiguration(ObjectStore store, BucketConfiguration configuration) : IS3Operation
{
    private const int MaxBodyBytes = 64 * 1024;

    /// <inheritdoc/>
    public string Name => "Put" + configuration.Name;

    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        store.Verify(request);
        using var body = await SmallBody.ReadAsync(new S3RequestBody(request), MaxBodyBytes, cancellationToken);
        var asked = configuration.Holds.Count == 0 || body.Length == 0 ? null : S3Document.Load(body);
        var other = asked?.DescendantsAndSelf()
            .FirstOrDefault(element => !element.HasElements
                && !configuration.Holds.Contains((element.Name.LocalName, element.Value)));
        if (asked is null || other is not null)
        {
            var what = other is null ? "" : $" with {other.Name.LocalName} {other.Value}";
            throw S3Errors.ParameterNotImplemented(Name + what);
        }
    }
}
