using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>The functions that give a Boolean; they stand only in the Conditions block.</summary>
internal static class ConditionFunctions
{
    /// <summary>The conditions that a condition is made of.</summary>
    /// <param name="node">A condition.</param>
    /// <param name="values">What Fn::Equals compares, which are no conditions; else null.</param>
    /// <exception cref="Protocol.AwsException">It is no condition.</exception>
    public static IReadOnlyList<JsonNode> Operands(JsonNode node, out JsonNode? values)
    {
        values = null;
        if (node is not JsonObject { Count: 1 } call)
        {
            throw TemplateErrors.Format("Every Conditions member must be a condition function.");
        }

        var (function, argument) = call.First();
        switch (function)
        {
            case "Condition" when Intrinsics.IsText(argument):
                return [];
            case "Fn::Equals" when argument is JsonArray { Count: 2 }:
                values = argument;
                return [];
            case "Fn::Not" when argument is JsonArray { Count: 1 } only && only[0] is { } operand:
                return [operand];
            case "Fn::And" or "Fn::Or" when argument is JsonArray { Count: >= 2 and <= 10 } operands
                && operands.All(operand => operand is not null):
                return [.. operands.Select(operand => operand!)];
            case "Condition" or "Fn::Equals" or "Fn::Not" or "Fn::And" or "Fn::Or":
                throw TemplateErrors.Template($"every {function} object requires {Requirement(function)}.");
            default:
                throw TemplateErrors.UnsupportedFunction(function);
        }
    }

    /// <summary>The condition that the node names, or null.</summary>
    public static string? Reference(JsonNode node) =>
        node is JsonObject { Count: 1 } call && call["Condition"] is { } name ? name.ToString() : null;

    private static string Requirement(string function) => function switch
    {
        "Condition" => "the name of a condition",
        "Fn::Equals" => "a list of 2 string parameters",
        "Fn::Not" => "a list of 1 boolean parameter",
        _ => "a list of at least 2 and at most 10 boolean parameters",
    };
}
