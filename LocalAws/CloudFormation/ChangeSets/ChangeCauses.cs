using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.CloudFormation.Templates;

namespace TelemetryAspire.LocalAws.CloudFormation.ChangeSets;

/// <summary>What a property changes for: parameters, other resources, or else the template itself.</summary>
/// <param name="template">The template as it will be.</param>
/// <param name="parameters">The parameters as they are.</param>
/// <param name="values">What is known of the resources.</param>
internal sealed class ChangeCauses(
    TemplateInstance template,
    IReadOnlyDictionary<string, string> parameters,
    PlannedValues values)
{
    private static readonly (string Source, string? Entity)[] Template = [("DirectModification", null)];

    /// <summary>The parameters with another value that a property refers to.</summary>
    public IReadOnlyList<(string Source, string? Entity)> OfKnown(JsonNode? property) =>
        OrTemplate(Walk(property).Names.Where(IsChanged).Select(name => ("ParameterReference", (string?)name)));

    /// <summary>The resources that a property's value comes from and that will be made or replaced.</summary>
    public IReadOnlyList<(string Source, string? Entity)> OfUnknown(JsonNode? property)
    {
        var walker = Walk(property);
        var resources = walker.Names.Where(IsToBeMade).Select(name => ("ResourceReference", (string?)name));
        var attributes = walker.Attributes
            .Where(attribute => IsToBeMade(attribute.LogicalId))
            .Select(attribute => ("ResourceAttribute", (string?)$"{attribute.LogicalId}.{attribute.Attribute}"));
        return OrTemplate(resources.Concat(attributes));
    }

    private static IReadOnlyList<(string Source, string? Entity)> OrTemplate(
        IEnumerable<(string Source, string? Entity)> causes) =>
        causes.ToList() is { Count: > 0 } found ? found : Template;

    private ReferenceWalker Walk(JsonNode? property)
    {
        var walker = new ReferenceWalker(template.IsTrue);
        walker.Visit(property);
        return walker;
    }

    private bool IsChanged(string name) =>
        parameters.TryGetValue(name, out var current)
        && template.Parameters.TryGetValue(name, out var wanted)
        && wanted != current;

    private bool IsToBeMade(string name) => template.Template.Resources.ContainsKey(name) && !values.Knows(name);
}
