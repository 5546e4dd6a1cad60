using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Checks a template, whatever the values of its parameters will be.</summary>
internal sealed class ValidateTemplate(TemplateSource templates, ResourceTypes types)
    : IOperation<ValidateTemplateRequest, ValidateTemplateResponse>
{
    public async ValueTask<ValidateTemplateResponse> InvokeAsync(
        ValidateTemplateRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var body = await templates.ReadAsync(request.Template, null, cancellationToken);
        var template = TemplateParser.Parse(body);
        types.Verify(template);
        VerifyOrder(template);
        return new ValidateTemplateResponse(template);
    }

    /// <summary>A cycle is one whatever the conditions are, since no value of them is known yet.</summary>
    private static void VerifyOrder(Template template) => DependencyOrder.Sort(template.Resources.Keys, name =>
    {
        var resource = template.Resources[name];
        var references = ReferenceCheck.Walk(resource, null);
        return references.Names
            .Concat(references.Attributes.Select(attribute => attribute.LogicalId))
            .Concat(resource.DependsOn);
    });
}

internal sealed record ValidateTemplateRequest(TemplateRequest Template) : IQueryRequest<ValidateTemplateRequest>
{
    public static ValidateTemplateRequest Read(QueryParameters parameters) => new(TemplateRequest.Read(parameters));
}

internal sealed record ValidateTemplateResponse(Template Template) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.List("Parameters", Template.Parameters.Values, (member, parameter) =>
        {
            member.Text("ParameterKey", parameter.Name);
            member.Text("DefaultValue", parameter.Default);
            member.Flag("NoEcho", parameter.NoEcho);
            member.Text("Description", parameter.Description);
        });
        xml.Text("Description", Template.Description);
        xml.Texts("Capabilities", Capabilities.RequiredBy(Template));
        xml.Text("CapabilitiesReason", Capabilities.ReasonFor(Template));
        xml.Texts("DeclaredTransforms", []);
    }
}
