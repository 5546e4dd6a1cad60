using TelemetryAspire.LocalAws.CloudFormation.ChangeSets;
using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Begins to make a stack what another template, or other parameters, say.</summary>
internal sealed class UpdateStack(
    StackStore store,
    StackDefinitions definitions,
    StackCommands commands,
    ResourceTypes types,
    TimeProvider timeProvider) : IOperation<UpdateStackRequest, StackIdResponse>
{
    public async ValueTask<StackIdResponse> InvokeAsync(
        UpdateStackRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var stack = StackNames.Find(store, request.StackName, StackErrors.DoesNotExist);
        var record = stack.Record;
        if (StackCommands.IsRepetition(record, OperationKind.Update, request.Token))
        {
            return new StackIdResponse(record.Id);
        }

        if (!StackStatus.IsUpdatable(record.Status))
        {
            throw StackErrors.NotUpdatable(record);
        }

        var (definition, template) = await definitions.BuildAsync(
            request.Definition, record, record.Definition, cancellationToken);
        if (!new StackPlan(record, definition, template, types, store).HasChanges)
        {
            throw StackErrors.NoUpdates();
        }

        commands.Update(stack, new StackOperation
        {
            Id = Guid.NewGuid(),
            Kind = OperationKind.Update,
            Target = definition,
            StartedAt = timeProvider.GetUtcNow(),
            Token = request.Token,
            OnFailure = request.DisableRollback ? FailureAction.Nothing : FailureAction.Rollback,
            RetainExceptOnCreate = request.RetainExceptOnCreate,
        });
        return new StackIdResponse(record.Id);
    }

    private static void Validate(UpdateStackRequest request)
    {
        var validation = new Validation();
        StackNames.Token(ref validation, request.Token);
        request.Definition.Validate(ref validation);
        validation.ThrowIfFailed();
    }
}

internal sealed record UpdateStackRequest : IQueryRequest<UpdateStackRequest>
{
    public string? StackName { get; init; }

    public required DefinitionRequest Definition { get; init; }

    public string? Token { get; init; }

    public bool DisableRollback { get; init; }

    public bool RetainExceptOnCreate { get; init; }

    public static UpdateStackRequest Read(QueryParameters parameters) => new()
    {
        StackName = parameters.Text("StackName"),
        Definition = DefinitionRequest.Read(parameters),
        Token = parameters.Text("ClientRequestToken"),
        DisableRollback = parameters.Flag("DisableRollback") ?? false,
        RetainExceptOnCreate = parameters.Flag("RetainExceptOnCreate") ?? false,
    };
}
