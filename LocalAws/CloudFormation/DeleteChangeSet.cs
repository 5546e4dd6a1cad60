using TelemetryAspire.LocalAws.CloudFormation.ChangeSets;
using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Deletes a change set; to delete one that does not exist succeeds, as on AWS.</summary>
internal sealed class DeleteChangeSet(StackStore store) : IOperation<DeleteChangeSetRequest, EmptyResponse>
{
    public ValueTask<EmptyResponse> InvokeAsync(
        DeleteChangeSetRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("changeSetName", request.ChangeSetName);
        validation.ThrowIfFailed();
        if (ChangeSetLookup.TryFind(store, request.ChangeSetName!, request.StackName) is var (stack, changeSet))
        {
            stack.Change(record => Without(record, changeSet.Id));
        }

        return ValueTask.FromResult(new EmptyResponse());
    }

    private static StackRecord Without(StackRecord record, string id) =>
        record.ChangeSets.Any(other => other.Id == id && other.ExecutionStatus == ChangeSet.Executing)
            ? throw new AwsException(
                "InvalidChangeSetStatus",
                $"ChangeSet [{id}] cannot be deleted in its current execution status of [{ChangeSet.Executing}]")
            : record with { ChangeSets = [.. record.ChangeSets.Where(other => other.Id != id)] };
}

internal sealed record DeleteChangeSetRequest(string? ChangeSetName, string? StackName)
    : IQueryRequest<DeleteChangeSetRequest>
{
    public static DeleteChangeSetRequest Read(QueryParameters parameters) =>
        new(parameters.Text("ChangeSetName"), parameters.Text("StackName"));
}
