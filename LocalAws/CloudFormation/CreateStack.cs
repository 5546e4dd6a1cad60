using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Begins to make a stack from a template.</summary>
internal sealed class CreateStack(
    StackStore store,
    StackDefinitions definitions,
    StackCommands commands,
    TimeProvider timeProvider) : IOperation<CreateStackRequest, StackIdResponse>
{
    public async ValueTask<StackIdResponse> InvokeAsync(
        CreateStackRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        if (store.Find(request.StackName!)?.Record is { } existing)
        {
            return StackCommands.IsRepetition(existing, OperationKind.Create, request.Token)
                ? new StackIdResponse(existing.Id)
                : throw StackErrors.AlreadyExists(request.StackName!);
        }

        var record = commands.New(request.StackName!, context, StackStatus.CreateInProgress) with
        {
            TimeoutInMinutes = request.TimeoutInMinutes,
            IsProtected = request.EnableTerminationProtection,
        };
        var (definition, _) = await definitions.BuildAsync(request.Definition, record, null, cancellationToken);
        commands.Create(record, new StackOperation
        {
            Id = Guid.NewGuid(),
            Kind = OperationKind.Create,
            Target = definition,
            StartedAt = timeProvider.GetUtcNow(),
            Token = request.Token,
            OnFailure = request.DisableRollback == true
                ? FailureAction.Nothing
                : FailureActions.Parse(request.OnFailure) ?? FailureAction.Rollback,
            RetainExceptOnCreate = request.RetainExceptOnCreate,
        });
        return new StackIdResponse(record.Id);
    }

    private static void Validate(CreateStackRequest request)
    {
        var validation = new Validation();
        StackNames.New(ref validation, request.StackName);
        StackNames.Token(ref validation, request.Token);
        validation.Range("timeoutInMinutes", request.TimeoutInMinutes, 1, int.MaxValue);
        validation.OneOf("onFailure", request.OnFailure, FailureActions.Names);
        request.Definition.Validate(ref validation);
        validation.ThrowIfFailed();
        if (request.DisableRollback is not null && request.OnFailure is not null)
        {
            throw AwsException.Validation("You cannot specify both DisableRollback and OnFailure.");
        }
    }
}

internal sealed record CreateStackRequest : IQueryRequest<CreateStackRequest>
{
    public string? StackName { get; init; }

    public required DefinitionRequest Definition { get; init; }

    public string? Token { get; init; }

    public int? TimeoutInMinutes { get; init; }

    public bool? DisableRollback { get; init; }

    public string? OnFailure { get; init; }

    public bool EnableTerminationProtection { get; init; }

    public bool RetainExceptOnCreate { get; init; }

    public static CreateStackRequest Read(QueryParameters parameters) => new()
    {
        StackName = parameters.Text("StackName"),
        Definition = DefinitionRequest.Read(parameters),
        Token = parameters.Text("ClientRequestToken"),
        TimeoutInMinutes = parameters.Number("TimeoutInMinutes"),
        DisableRollback = parameters.Flag("DisableRollback"),
        OnFailure = parameters.Text("OnFailure"),
        EnableTerminationProtection = parameters.Flag("EnableTerminationProtection") ?? false,
        RetainExceptOnCreate = parameters.Flag("RetainExceptOnCreate") ?? false,
    };
}

/// <summary>The response of every operation that answers with the id of a stack.</summary>
internal sealed record StackIdResponse(string StackId) : IQueryResponse
{
    public void Write(QueryXml xml) => xml.Text("StackId", StackId);
}
