using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Keeps a stack from being deleted, or lets it be.</summary>
internal sealed class UpdateTerminationProtection(StackStore store)
    : IOperation<UpdateTerminationProtectionRequest, StackIdResponse>
{
    public ValueTask<StackIdResponse> InvokeAsync(
        UpdateTerminationProtectionRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("enableTerminationProtection", request.Enable);
        validation.ThrowIfFailed();
        var stack = StackNames.Find(store, request.StackName, StackErrors.DoesNotExist);
        stack.Change(record => record with { IsProtected = request.Enable!.Value });
        return ValueTask.FromResult(new StackIdResponse(stack.Record.Id));
    }
}

internal sealed record UpdateTerminationProtectionRequest(string? StackName, bool? Enable)
    : IQueryRequest<UpdateTerminationProtectionRequest>
{
    public static UpdateTerminationProtectionRequest Read(QueryParameters parameters) =>
        new(parameters.Text("StackName"), parameters.Flag("EnableTerminationProtection"));
}
