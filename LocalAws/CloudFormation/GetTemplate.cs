using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Gives the template of a stack or change set, as it was given.</summary>
/// <remarks>Nothing transforms templates here, so the processed one is the original.</remarks>
internal sealed class GetTemplate(StackStore store) : IOperation<GetTemplateRequest, GetTemplateResponse>
{
    public ValueTask<GetTemplateResponse> InvokeAsync(
        GetTemplateRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.OneOf("templateStage", request.TemplateStage, "Original", "Processed");
        validation.ThrowIfFailed();
        return ValueTask.FromResult(new GetTemplateResponse(request.ChangeSetName is { } changeSet
            ? ChangeSetLookup.Find(store, changeSet, request.StackName).ChangeSet.Definition.TemplateBody
            : StackNames.Find(store, request.StackName, StackErrors.NotFound).Record.Definition.TemplateBody));
    }
}

internal sealed record GetTemplateRequest(string? StackName, string? ChangeSetName, string? TemplateStage)
    : IQueryRequest<GetTemplateRequest>
{
    public static GetTemplateRequest Read(QueryParameters parameters) =>
        new(parameters.Text("StackName"), parameters.Text("ChangeSetName"), parameters.Text("TemplateStage"));
}

internal sealed record GetTemplateResponse(string TemplateBody) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.Text("TemplateBody", TemplateBody);
        xml.Texts("StagesAvailable", ["Original", "Processed"]);
    }
}
