using System.Globalization;
using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>Refuses what no value of a parameter could make right, before a stack is made of it.</summary>
internal sealed class LiteralCheck
{
    private readonly Template _template;

    private LiteralCheck(Template template) => _template = template;

    /// <exception cref="Protocol.AwsException">
    /// A function on literals has no value, or there is a dynamic reference.
    /// </exception>
    public static void Verify(Template template)
    {
        var check = new LiteralCheck(template);
        foreach (var condition in template.Conditions.Values)
        {
            check.Visit(condition);
        }

        foreach (var resource in template.Resources.Values)
        {
            check.Visit(resource.Properties);
        }

        foreach (var output in template.Outputs.Values)
        {
            check.Visit(output.Value);
            check.Visit(output.ExportName);
        }
    }

    private void Visit(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    VerifyCall(name, value);
                    Visit(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Visit(item);
                }

                break;
            default:
                DynamicReference.Refuse(Intrinsics.Text(node));
                break;
        }
    }

    private void VerifyCall(string function, JsonNode? argument)
    {
        switch (function)
        {
            case "Fn::Select" when argument is JsonArray { Count: 2 } select:
                VerifySelect(Intrinsics.Text(select[0]), select[1] as JsonArray);
                break;
            case "Fn::FindInMap" when argument is JsonArray { Count: 3 } path:
                VerifyMap(Intrinsics.Text(path[0]), Intrinsics.Text(path[1]), Intrinsics.Text(path[2]));
                break;
        }
    }

    /// <summary>A list has at most the items written; those that are AWS::NoValue it has not.</summary>
    private static void VerifySelect(string? index, JsonArray? list)
    {
        var isNumber = int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var position);
        if (index is not null && (!isNumber || position >= list?.Count))
        {
            throw TemplateErrors.NothingToSelect(index);
        }
    }

    private void VerifyMap(string? name, string? first, string? second)
    {
        if (name is null)
        {
            return;
        }

        var mapping = _template.Mappings.GetValueOrDefault(name) ?? throw TemplateErrors.UnknownMapping(name);
        if (first is not null && second is not null && mapping[first]?[second] is null)
        {
            throw TemplateErrors.NotInMapping(name, first, second);
        }
    }
}
