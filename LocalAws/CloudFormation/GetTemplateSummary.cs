using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Tells what a template, or that of a stack, asks for and makes.</summary>
internal sealed class GetTemplateSummary(StackStore store, TemplateSource templates, ResourceTypes types)
    : IOperation<GetTemplateSummaryRequest, GetTemplateSummaryResponse>
{
    public async ValueTask<GetTemplateSummaryResponse> InvokeAsync(
        GetTemplateSummaryRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var body = request.StackName is { } name
            ? StackNames.Find(store, name, StackErrors.NotFound).Record.Definition.TemplateBody
            : await templates.ReadAsync(request.Template, null, cancellationToken);
        var template = TemplateParser.Parse(body);
        types.Verify(template);
        return new GetTemplateSummaryResponse(template, types);
    }
}

internal sealed record GetTemplateSummaryRequest(TemplateRequest Template, string? StackName)
    : IQueryRequest<GetTemplateSummaryRequest>
{
    public static GetTemplateSummaryRequest Read(QueryParameters parameters) =>
        new(TemplateRequest.Read(parameters), parameters.Text("StackName"));
}

internal sealed record GetTemplateSummaryResponse(Template Template, ResourceTypes Types) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.List("Parameters", Template.Parameters.Values, WriteParameter);
        xml.Text("Description", Template.Description);
        xml.Texts("Capabilities", Capabilities.RequiredBy(Template));
        xml.Text("CapabilitiesReason", Capabilities.ReasonFor(Template));
        xml.Texts("ResourceTypes", Template.Resources.Values.Select(resource => resource.Type).Distinct());
        xml.Text("Version", "2010-09-09");
        xml.Text("Metadata", Template.Metadata?.ToJsonString());
        xml.Texts("DeclaredTransforms", []);
        xml.List(
            "ResourceIdentifierSummaries",
            Template.Resources.Values.GroupBy(resource => resource.Type),
            (member, group) =>
            {
                member.Text("ResourceType", group.Key);
                member.Texts("LogicalResourceIds", group.Select(resource => resource.LogicalId));
                member.Texts(
                    "ResourceIdentifiers", Types[group.Key].Schema.NameProperty is { } name ? [name] : []);
            });
    }

    private static void WriteParameter(QueryXml xml, ParameterDefinition parameter)
    {
        xml.Text("ParameterKey", parameter.Name);
        xml.Text("DefaultValue", parameter.Default);
        xml.Text("ParameterType", parameter.Type);
        xml.Flag("NoEcho", parameter.NoEcho);
        xml.Text("Description", parameter.Description);
        xml.Structure("ParameterConstraints", constraints =>
            constraints.Texts("AllowedValues", parameter.AllowedValues));
    }
}
