using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>What a stack that is being made knows of its resources so far, and of other stacks.</summary>
internal sealed class RunningValues(StackRecord stack, StackStore store) : IResourceValues
{
    private readonly HashSet<string> _imports = new(StringComparer.Ordinal);

    /// <summary>The exports that were asked for.</summary>
    public IReadOnlyCollection<string> Imports => _imports;

    public string Ref(string logicalId) => Find(logicalId).PhysicalId!;

    public string GetAtt(string logicalId, string attribute) =>
        Find(logicalId).Attributes.GetValueOrDefault(attribute) ?? throw TemplateErrors.Template(
            $"resource {logicalId} does not support attribute type {attribute} in Fn::GetAtt");

    public string Import(string name)
    {
        var export = store.Exports().FirstOrDefault(export => export.Output.ExportName == name);
        if (export.Output is null)
        {
            throw StackErrors.ExportNotFound(name);
        }

        _imports.Add(name);
        return export.Output.Value;
    }

    private StackResource Find(string logicalId) =>
        stack.Resource(logicalId) is { PhysicalId: not null, IsUnfinished: false } resource
            ? resource
            : throw AwsException.Validation($"Resource {logicalId} does not exist for stack {stack.Name}");
}
