using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>Refuses a template whose references lead nowhere.</summary>
internal static class ReferenceCheck
{
    /// <exception cref="AwsException">A name is unknown, or a function is called in the wrong way.</exception>
    public static void Verify(Template template)
    {
        foreach (var condition in template.Conditions)
        {
            VerifyCondition(template, condition.Value);
        }

        VerifyBlock(template, "Resources", template.Resources.Values, Walk, resource => resource.Condition);
        VerifyBlock(template, "Outputs", template.Outputs.Values, Walk, output => output.Condition);
        var dependsOn = template.Resources.Values
            .SelectMany(resource => resource.DependsOn)
            .Where(name => !template.Resources.ContainsKey(name))
            .Distinct()
            .ToList();
        if (dependsOn.Count > 0)
        {
            throw TemplateErrors.Unresolved(dependsOn, "Resources");
        }
    }

    /// <summary>What a resource refers to, in the branches that its conditions take.</summary>
    public static ReferenceWalker Walk(ResourceDefinition resource, Func<string, bool>? condition)
    {
        var walker = new ReferenceWalker(condition);
        walker.Visit(resource.Properties);
        return walker;
    }

    /// <summary>What an output refers to, in the branches that its conditions take.</summary>
    public static ReferenceWalker Walk(OutputDefinition output, Func<string, bool>? condition)
    {
        var walker = new ReferenceWalker(condition);
        walker.Visit(output.Value);
        walker.Visit(output.ExportName);
        return walker;
    }

    private static void VerifyBlock<T>(
        Template template,
        string block,
        IEnumerable<T> members,
        Func<T, Func<string, bool>?, ReferenceWalker> walk,
        Func<T, string?> condition)
    {
        var unresolved = new List<string>();
        foreach (var member in members)
        {
            var references = walk(member, null);
            var conditions = condition(member) is { } own ? references.Conditions.Append(own) : references.Conditions;
            if (conditions.FirstOrDefault(name => !template.Conditions.ContainsKey(name)) is { } unknown)
            {
                throw TemplateErrors.UnknownCondition(unknown);
            }

            unresolved.AddRange(references.Names.Where(name => !IsKnown(template, name)));
            var undefined = references.Attributes
                .Select(attribute => attribute.LogicalId)
                .FirstOrDefault(name => !template.Resources.ContainsKey(name));
            if (undefined is not null)
            {
                throw TemplateErrors.Template($"instance of Fn::GetAtt references undefined resource {undefined}");
            }
        }

        if (unresolved.Count > 0)
        {
            throw TemplateErrors.Unresolved(unresolved.Distinct(), block);
        }
    }

    private static bool IsKnown(Template template, string name) =>
        template.Resources.ContainsKey(name) || template.Parameters.ContainsKey(name) || PseudoParameters.Has(name);

    private static void VerifyCondition(Template template, JsonNode node)
    {
        var operands = ConditionFunctions.Operands(node, out var values);
        foreach (var operand in operands)
        {
            VerifyCondition(template, operand);
        }

        if (ConditionFunctions.Reference(node) is { } name && !template.Conditions.ContainsKey(name))
        {
            throw TemplateErrors.UnknownCondition(name);
        }

        var walker = new ReferenceWalker(null);
        walker.Visit(values);
        var unresolved = walker.Names
            .Concat(walker.Attributes.Select(attribute => attribute.LogicalId))
            .Where(reference => !template.Parameters.ContainsKey(reference) && !PseudoParameters.Has(reference))
            .ToList();
        if (unresolved.Count > 0)
        {
            throw TemplateErrors.Format(
                $"Unresolved dependencies [{string.Join(", ", unresolved)}]. "
                + "Cannot reference resources in the Conditions block of the template");
        }
    }
}
