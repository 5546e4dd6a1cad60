using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>How a function call looks in the tree of a template: <c>{"Fn::Join": [",", ["a", "b"]]}</c>.</summary>
internal static class Intrinsics
{
    /// <summary>Every function there is, by its long name.</summary>
    public static readonly IReadOnlyList<string> Supported =
    [
        "Fn::Base64", "Fn::GetAtt", "Fn::GetAZs", "Fn::ImportValue", "Fn::Join", "Fn::Split", "Fn::FindInMap",
        "Fn::Select", "Fn::Sub", "Ref", "Fn::Equals", "Fn::If", "Fn::Not", "Condition", "Fn::And", "Fn::Or",
        "Fn::Cidr",
    ];

    /// <summary>Whether the node calls a function; <c>Condition</c> is one only in the Conditions block.</summary>
    /// <exception cref="Protocol.AwsException">It does, beside other members.</exception>
    public static bool IsCall(
        JsonNode? node,
        [NotNullWhen(true)] out string? function,
        out JsonNode? argument)
    {
        function = null;
        argument = null;
        if (node is not JsonObject members)
        {
            return false;
        }

        foreach (var member in members)
        {
            if (member.Key == "Ref" || member.Key.StartsWith("Fn::", StringComparison.Ordinal))
            {
                (function, argument) = (member.Key, member.Value);
            }
        }

        if (function is not null && members.Count > 1)
        {
            throw TemplateErrors.Format($"{function} must be the only member of its object.");
        }

        return function is not null;
    }

    /// <summary>The resource and attribute of a Fn::GetAtt: a list of two, or <c>Resource.Attribute</c>.</summary>
    public static (string LogicalId, JsonNode Attribute) GetAtt(JsonNode? argument)
    {
        if (argument is JsonValue text && text.GetValueKind() == JsonValueKind.String)
        {
            argument = new JsonArray([.. text.ToString().Split('.', 2).Select(part => (JsonNode)part)]);
        }

        if (argument is JsonArray { Count: 2 } parts && IsText(parts[0]) && parts[1] is { } attribute)
        {
            return (parts[0]!.ToString(), attribute);
        }

        throw TemplateErrors.Template(
            "every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute");
    }

    /// <summary>A scalar as text; a Boolean is <c>true</c> or <c>false</c>, a number stays as it was written.</summary>
    public static string? Text(JsonNode? node) => node is not JsonValue value ? null : value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToJsonString(),
    };

    public static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;
}
