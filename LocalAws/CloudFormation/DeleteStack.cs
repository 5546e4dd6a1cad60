using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Begins to delete a stack; to delete one that does not exist succeeds, as on AWS.</summary>
internal sealed class DeleteStack(StackStore store, StackCommands commands, TimeProvider timeProvider)
    : IOperation<DeleteStackRequest, NoContent>
{
    public async ValueTask<NoContent> InvokeAsync(
        DeleteStackRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        if (store.Find(request.StackName!) is not { } stack
            || stack.Record.Status is StackStatus.DeleteComplete or StackStatus.DeleteInProgress
            || StackCommands.IsRepetition(stack.Record, OperationKind.Delete, request.Token))
        {
            return default;
        }

        var record = stack.Record;
        VerifyDeletable(record, request.RetainResources);
        await commands.DeleteAsync(stack, new StackOperation
        {
            Id = Guid.NewGuid(),
            Kind = OperationKind.Delete,
            Target = record.Definition,
            StartedAt = timeProvider.GetUtcNow(),
            Token = request.Token,
            Retain = request.RetainResources,
        });
        return default;
    }

    private static void VerifyDeletable(StackRecord record, IReadOnlyList<string> retain)
    {
        if (record.IsProtected)
        {
            throw AwsException.Validation(
                $"Stack [{record.Name}] cannot be deleted while TerminationProtection is enabled");
        }

        if (retain.Count > 0 && record.Status != StackStatus.DeleteFailed)
        {
            throw AwsException.Validation(
                $"Invalid operation on stack [{record.Id}]. "
                + "Resources can be retained only when the stack is in the DELETE_FAILED state.");
        }

        if (retain.FirstOrDefault(logicalId => record.Resource(logicalId) is null) is { } unknown)
        {
            throw AwsException.Validation($"Resource {unknown} does not exist for stack {record.Name}");
        }
    }

    private static void Validate(DeleteStackRequest request)
    {
        var validation = new Validation();
        validation.Required("stackName", request.StackName);
        validation.Length("stackName", request.StackName, 1, 2048);
        StackNames.Token(ref validation, request.Token);
        validation.OneOf("deletionMode", request.DeletionMode, "STANDARD");
        validation.ThrowIfFailed();
    }
}

internal sealed record DeleteStackRequest(
    string? StackName,
    IReadOnlyList<string> RetainResources,
    string? Token,
    string? RoleArn,
    string? DeletionMode) : IQueryRequest<DeleteStackRequest>
{
    public static DeleteStackRequest Read(QueryParameters parameters) => new(
        parameters.Text("StackName"),
        parameters.Texts("RetainResources") ?? [],
        parameters.Text("ClientRequestToken"),
        parameters.Text("RoleARN"),
        parameters.Text("DeletionMode"));
}
