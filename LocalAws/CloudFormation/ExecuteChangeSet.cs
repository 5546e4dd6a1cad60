using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Begins to make of a stack what a change set says.</summary>
internal sealed class ExecuteChangeSet(StackStore store, StackCommands commands, TimeProvider timeProvider)
    : IOperation<ExecuteChangeSetRequest, EmptyResponse>
{
    public ValueTask<EmptyResponse> InvokeAsync(
        ExecuteChangeSetRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        StackNames.Token(ref validation, request.Token);
        validation.ThrowIfFailed();
        var (stack, changeSet) = ChangeSetLookup.Find(store, request.ChangeSetName, request.StackName);
        if (request.Token is not null && stack.Record.Tokens.Any(known => known.Token == request.Token))
        {
            return ValueTask.FromResult(new EmptyResponse());
        }

        commands.Execute(stack, new StackOperation
        {
            Id = Guid.NewGuid(),
            Kind = OperationKind.Update,
            Target = changeSet.Definition,
            StartedAt = timeProvider.GetUtcNow(),
            Token = request.Token,
            OnFailure = request.DisableRollback
                ? FailureAction.Nothing
                : changeSet.OnStackFailure ?? FailureAction.Rollback,
            RetainExceptOnCreate = request.RetainExceptOnCreate,
            ChangeSetId = changeSet.Id,
        });
        return ValueTask.FromResult(new EmptyResponse());
    }
}

internal sealed record ExecuteChangeSetRequest : IQueryRequest<ExecuteChangeSetRequest>
{
    public string? ChangeSetName { get; init; }

    public string? StackName { get; init; }

    public string? Token { get; init; }

    public bool DisableRollback { get; init; }

    public bool RetainExceptOnCreate { get; init; }

    public static ExecuteChangeSetRequest Read(QueryParameters parameters) => new()
    {
        ChangeSetName = parameters.Text("ChangeSetName"),
        StackName = parameters.Text("StackName"),
        Token = parameters.Text("ClientRequestToken"),
        DisableRollback = parameters.Flag("DisableRollback") ?? false,
        RetainExceptOnCreate = parameters.Flag("RetainExceptOnCreate") ?? false,
    };
}
