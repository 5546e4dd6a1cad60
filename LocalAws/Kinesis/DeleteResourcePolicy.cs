using TelemetryAspire.LocalAws.Kinesis.Resources;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Removes the policy of a stream or a consumer.</summary>
internal sealed class DeleteResourcePolicy(ResourceStore resources) : IOperation<DeleteResourcePolicyRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        DeleteResourcePolicyRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.ThrowIfFailed();

        var resource = request.Resolve(resources);
        if (resource.Policy is null)
        {
            throw KinesisErrors.PolicyNotFound(request.ResourceARN!);
        }

        resources.UpdatePolicy(resource, null);
        return ValueTask.FromResult(default(NoContent));
    }
}

internal sealed record DeleteResourcePolicyRequest : ResourceRequest;
