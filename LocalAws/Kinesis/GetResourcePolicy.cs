using TelemetryAspire.LocalAws.Kinesis.Resources;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Gives back the policy of a stream or a consumer.</summary>
internal sealed class GetResourcePolicy(ResourceStore resources)
    : IOperation<GetResourcePolicyRequest, GetResourcePolicyResponse>
{
    public ValueTask<GetResourcePolicyResponse> InvokeAsync(
        GetResourcePolicyRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.ThrowIfFailed();
        return ValueTask.FromResult(new GetResourcePolicyResponse(
            request.Resolve(resources).Policy ?? throw KinesisErrors.PolicyNotFound(request.ResourceARN!)));
    }
}

internal sealed record GetResourcePolicyRequest : ResourceRequest;

internal sealed record GetResourcePolicyResponse(string Policy);
