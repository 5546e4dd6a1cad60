using TelemetryAspire.LocalAws.CloudFormation.ChangeSets;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>Begins operations on stacks; each is durable before it is carried out.</summary>
internal sealed class StackCommands(StackStore store, StackRunner runner, TimeProvider timeProvider)
{
    private const string Reason = "User Initiated";

    /// <summary>How many tokens are remembered of a stack.</summary>
    private const int MaxTokens = 100;

    /// <summary>The record of a stack that does not exist yet.</summary>
    public StackRecord New(string name, RequestContext context, string status) => new()
    {
        Id = $"arn:aws:cloudformation:{context.Region}:{context.AccountId}:stack/{name}/{Guid.NewGuid()}",
        Name = name,
        Region = context.Region,
        AccountId = context.AccountId,
        BaseUrl = context.BaseUrl,
        CreatedAt = timeProvider.GetUtcNow(),
        Status = status,
        Definition = new StackDefinition { TemplateBody = "" },
    };

    /// <summary>Adds a stack and begins to make it.</summary>
    public void Create(StackRecord record, StackOperation operation) =>
        runner.Start(store.Add(WithToken(BeginCreation(record, operation))));

    /// <summary>Begins to make of a stack what a change set says, which is perhaps all that there is of it.</summary>
    public void Execute(Stack stack, StackOperation operation) => Begin(
        stack,
        record =>
        {
            // Another call may have executed or deleted it since it was found.
            var changeSet = record.ChangeSets.FirstOrDefault(other => other.Id == operation.ChangeSetId)
                ?? throw StackErrors.ChangeSetNotFound(operation.ChangeSetId!);
            changeSet.VerifyExecutable();
            return record.Status == StackStatus.ReviewInProgress
                ? BeginCreation(record, operation with { Kind = OperationKind.Create })
                : BeginUpdate(record, operation);
        },
        StackErrors.NotUpdatable);

    /// <summary>Begins to update a stack.</summary>
    public void Update(Stack stack, StackOperation operation) => Begin(
        stack, record => BeginUpdate(record, operation), StackErrors.NotUpdatable);

    /// <summary>Goes on with a rollback that failed.</summary>
    public void ContinueRollback(Stack stack, string? token) => Begin(
        stack,
        record => record.Status != StackStatus.UpdateRollbackFailed ? null : (record with
        {
            Operation = record.Operation! with
            {
                Id = Guid.NewGuid(),
                Phase = OperationPhase.Rollback,
                Token = token,
            },
        }).WithStatus(StackStatus.UpdateRollbackInProgress, Reason, timeProvider.GetUtcNow()),
        record => AwsException.Validation(
            $"Stack:{record.Id} is in {record.Status} state and can not continue rollback."));

    /// <summary>Begins to delete a stack; one that is being made is not made any further.</summary>
    public async Task DeleteAsync(Stack stack, StackOperation operation)
    {
        if (stack.Record.Status is StackStatus.CreateInProgress or StackStatus.RollbackInProgress)
        {
            await runner.CancelAsync(stack);
        }

        Begin(
            stack,
            record => record.Status is StackStatus.UpdateInProgress or StackStatus.UpdateCleanup
                or StackStatus.UpdateRollbackInProgress or StackStatus.UpdateRollbackCleanup
                or StackStatus.DeleteInProgress or StackStatus.DeleteComplete
                ? null
                : BeginDeletion(record, operation),
            record => AwsException.Validation(
                $"Stack [{record.Id}] cannot be deleted while in status {record.Status}"));
    }

    /// <summary>Whether a call only repeats one that was carried out.</summary>
    /// <exception cref="AwsException">TokenAlreadyExistsException, when that was another operation.</exception>
    public static bool IsRepetition(StackRecord stack, OperationKind kind, string? token)
    {
        var known = stack.Tokens.FirstOrDefault(known => known.Token == token);
        return known is not null && (known.Kind == kind
            ? true
            : throw new AwsException(
                "TokenAlreadyExistsException",
                $"Token {token} already exists for another operation of stack {stack.Name}."));
    }

    private StackRecord BeginCreation(StackRecord record, StackOperation operation) => (record with
    {
        Definition = operation.Target,
        DisableRollback = operation.OnFailure == FailureAction.Nothing,
        Operation = operation,
        ChangeSets = WithExecution(record, operation),
    }).WithStatus(StackStatus.CreateInProgress, Reason, timeProvider.GetUtcNow());

    private StackRecord? BeginUpdate(StackRecord record, StackOperation operation) =>
        !StackStatus.IsUpdatable(record.Status) ? null : (record with
        {
            UpdatedAt = timeProvider.GetUtcNow(),
            DisableRollback = operation.OnFailure == FailureAction.Nothing,
            Operation = operation with
            {
                // A resource whose creation failed is nothing to go back to.
                Before =
                [
                    .. record.Resources.Where(resource => resource is { PhysicalId: not null, IsUnfinished: false }),
                ],
            },
            ChangeSets = WithExecution(record, operation),
        }).WithStatus(StackStatus.UpdateInProgress, Reason, timeProvider.GetUtcNow());

    private StackRecord BeginDeletion(StackRecord record, StackOperation operation) => (record with
    {
        Operation = operation with
        {
            EarlierStatus = record.Status,
            Earlier = record.Operation is { Phase: OperationPhase.Stuck } stuck ? stuck : null,
        },
    }).WithStatus(StackStatus.DeleteInProgress, Reason, timeProvider.GetUtcNow());

    /// <summary>Only the change set that is executed is left: the others are about a stack that is no more.</summary>
    /// <remarks>An update from a template leaves them to be looked at; none of them can be executed any more.</remarks>
    private static IReadOnlyList<ChangeSet> WithExecution(StackRecord record, StackOperation operation) =>
        operation.ChangeSetId is { } id
            ? [record.ChangeSets.Single(other => other.Id == id) with { ExecutionStatus = ChangeSet.Executing }]
            :
            [
                .. record.ChangeSets.Select(changeSet => changeSet.ExecutionStatus == ChangeSet.Available
                    ? changeSet with { ExecutionStatus = ChangeSet.Obsolete }
                    : changeSet),
            ];

    /// <summary>Decides on the record as it is at the moment of the change.</summary>
    private void Begin(
        Stack stack,
        Func<StackRecord, StackRecord?> begin,
        Func<StackRecord, AwsException> refusal)
    {
        stack.Change(record => WithToken(begin(record) ?? throw refusal(record)));
        runner.Start(stack);
    }

    private static StackRecord WithToken(StackRecord record) => record.Operation is { Token: { } token } operation
        ? record with { Tokens = [.. record.Tokens.TakeLast(MaxTokens - 1), new StackToken(operation.Kind, token)] }
        : record;
}
