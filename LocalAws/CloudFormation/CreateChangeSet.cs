using TelemetryAspire.LocalAws.CloudFormation.ChangeSets;
using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Finds what a template would change in a stack, which for a new one is everything.</summary>
internal sealed class CreateChangeSet(
    StackStore store,
    StackDefinitions definitions,
    StackCommands commands,
    ResourceTypes types,
    TimeProvider timeProvider) : IOperation<CreateChangeSetRequest, CreateChangeSetResponse>
{
    private const int MaxChangeSets = 100;

    private const string NoChanges =
        "The submitted information didn't contain changes. Submit different information to create a change set.";

    public async ValueTask<CreateChangeSetResponse> InvokeAsync(
        CreateChangeSetRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var existing = store.Find(request.StackName!);
        var same = existing?.Record.ChangeSets.FirstOrDefault(other => other.Name == request.ChangeSetName);
        if (same is not null)
        {
            return same.ClientToken is not null && same.ClientToken == request.ClientToken
                ? new CreateChangeSetResponse(same.Id, existing!.Record.Id)
                : throw new AwsException(
                    "AlreadyExistsException",
                    $"ChangeSet {request.ChangeSetName} already exists for stack {request.StackName}");
        }

        if (existing is null && StackNames.IsId(request.StackName!))
        {
            throw StackErrors.DoesNotExist(request.StackName!);
        }

        VerifyType(request, existing?.Record);
        var record = existing?.Record ?? NewRecord(request.StackName!, context);
        var isNew = record.Status == StackStatus.ReviewInProgress;
        var (definition, template) = await definitions.BuildAsync(
            request.Definition, record, isNew ? null : record.Definition, cancellationToken);
        var plan = new StackPlan(record, definition, template, types, store);
        var changeSet = MakeChangeSet(request, context, definition, plan);
        if (existing is null)
        {
            store.Add(record with { ChangeSets = [changeSet] });
        }
        else
        {
            existing.Change(current => WithChangeSet(current, changeSet));
        }

        return new CreateChangeSetResponse(changeSet.Id, record.Id);
    }

    private StackRecord NewRecord(string name, RequestContext context) => commands
        .New(name, context, StackStatus.ReviewInProgress)
        .WithStatus(StackStatus.ReviewInProgress, "User Initiated", timeProvider.GetUtcNow());

    private static void VerifyType(CreateChangeSetRequest request, StackRecord? stack)
    {
        if (request.ChangeSetType == "CREATE")
        {
            if (stack is not null && stack.Status != StackStatus.ReviewInProgress)
            {
                throw AwsException.Validation(
                    $"Stack [{request.StackName}] already exists and cannot be created again with the changeSet "
                    + $"[{request.ChangeSetName}].");
            }

            return;
        }

        if (stack is null || stack.Status is StackStatus.ReviewInProgress or StackStatus.DeleteComplete)
        {
            throw StackErrors.DoesNotExist(request.StackName!);
        }

        if (!StackStatus.IsUpdatable(stack.Status))
        {
            throw StackErrors.NotUpdatable(stack);
        }
    }

    private ChangeSet MakeChangeSet(
        CreateChangeSetRequest request,
        RequestContext context,
        StackDefinition definition,
        StackPlan plan) => new()
        {
            Id = $"arn:aws:cloudformation:{context.Region}:{context.AccountId}:changeSet/{request.ChangeSetName}/"
                + Guid.NewGuid(),
            Name = request.ChangeSetName!,
            Definition = definition,
            CreatedAt = timeProvider.GetUtcNow(),
            Status = plan.HasChanges ? ChangeSet.Complete : ChangeSet.Failed,
            StatusReason = plan.HasChanges ? null : NoChanges,
            ExecutionStatus = plan.HasChanges ? ChangeSet.Available : ChangeSet.Unavailable,
            Description = request.Description,
            ClientToken = request.ClientToken,
            OnStackFailure = FailureActions.Parse(request.OnStackFailure),
            Changes = plan.Changes,
        };

    private static StackRecord WithChangeSet(StackRecord stack, ChangeSet changeSet) =>
        stack.ChangeSets.Any(other => other.Name == changeSet.Name)
            ? throw new AwsException("AlreadyExistsException", $"ChangeSet {changeSet.Name} already exists")
            : stack with { ChangeSets = [.. WithRoom(stack), changeSet] };

    /// <summary>
    /// At the limit the oldest one that can no longer be executed goes: a deployment without changes leaves one behind
    /// each time, and nobody deletes those.
    /// </summary>
    private static IEnumerable<ChangeSet> WithRoom(StackRecord stack)
    {
        if (stack.ChangeSets.Count < MaxChangeSets)
        {
            return stack.ChangeSets;
        }

        var finished = stack.ChangeSets.FirstOrDefault(changeSet => changeSet.IsFinished)
            ?? throw new AwsException(
                "LimitExceededException",
                $"The limit of {MaxChangeSets} change sets of stack {stack.Name} is reached; delete one first.");
        return stack.ChangeSets.Where(changeSet => changeSet.Id != finished.Id);
    }

    private static void Validate(CreateChangeSetRequest request)
    {
        var validation = new Validation();
        StackNames.NewOrId(ref validation, request.StackName);
        StackNames.ChangeSet(ref validation, request.ChangeSetName);
        validation.Length("clientToken", request.ClientToken, 1, 128);
        validation.Length("description", request.Description, 1, 1024);
        validation.OneOf("changeSetType", request.ChangeSetType, "CREATE", "UPDATE");
        validation.OneOf("onStackFailure", request.OnStackFailure, FailureActions.Names);
        request.Definition.Validate(ref validation);
        validation.ThrowIfFailed();
    }
}

internal sealed record CreateChangeSetRequest : IQueryRequest<CreateChangeSetRequest>
{
    public string? StackName { get; init; }

    public string? ChangeSetName { get; init; }

    public required DefinitionRequest Definition { get; init; }

    public string? ClientToken { get; init; }

    public string? Description { get; init; }

    public required string ChangeSetType { get; init; }

    public string? OnStackFailure { get; init; }

    public static CreateChangeSetRequest Read(QueryParameters parameters)
    {
        // No stack here is nested in another.
        parameters.Accept("IncludeNestedStacks", "false");
        parameters.Accept("ImportExistingResources", "false");
        return new CreateChangeSetRequest
        {
            StackName = parameters.Text("StackName"),
            ChangeSetName = parameters.Text("ChangeSetName"),
            Definition = DefinitionRequest.Read(parameters),
            ClientToken = parameters.Text("ClientToken"),
            Description = parameters.Text("Description"),
            ChangeSetType = parameters.Text("ChangeSetType") ?? "UPDATE",
            OnStackFailure = parameters.Text("OnStackFailure"),
        };
    }
}

internal sealed record CreateChangeSetResponse(string Id, string StackId) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.Text("Id", Id);
        xml.Text("StackId", StackId);
    }
}
