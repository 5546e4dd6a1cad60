using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Goes on with the rollback of an update that failed, once the cause is removed.</summary>
internal sealed class ContinueUpdateRollback(StackStore store, StackCommands commands)
    : IOperation<ContinueUpdateRollbackRequest, EmptyResponse>
{
    public ValueTask<EmptyResponse> InvokeAsync(
        ContinueUpdateRollbackRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        StackNames.Token(ref validation, request.Token);
        validation.ThrowIfFailed();
        var stack = StackNames.Find(store, request.StackName, StackErrors.DoesNotExist);
        commands.ContinueRollback(stack, request.Token);
        return ValueTask.FromResult(new EmptyResponse());
    }
}

internal sealed record ContinueUpdateRollbackRequest(string? StackName, string? Token)
    : IQueryRequest<ContinueUpdateRollbackRequest>
{
    public static ContinueUpdateRollbackRequest Read(QueryParameters parameters) =>
        new(parameters.Text("StackName"), parameters.Text("ClientRequestToken"));
}

/// <summary>A result without members, which has an element all the same.</summary>
internal sealed record EmptyResponse : IQueryResponse
{
    public void Write(QueryXml xml)
    {
    }
}
