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

    /// <summary>Refuses conditions that stand for themselves, also where nothing uses them.</summary>
    /// <exception cref="Protocol.AwsException">ValidationError, naming one of them.</exception>
    public static void RefuseCycles(IReadOnlyDictionary<string, JsonNode> conditions)
    {
        // Conditions without open references go first; what is left when none can go any more is a cycle, or uses one.
        var open = conditions.ToDictionary(condition => condition.Key, condition => References(condition.Value).ToHashSet());
        while (open.FirstOrDefault(condition => condition.Value.Count == 0).Key is { } closed)
        {
            open.Remove(closed);
            foreach (var references in open.Values)
            {
                references.Remove(closed);
            }
        }

        if (open.Keys.FirstOrDefault() is { } left)
        {
            throw TemplateErrors.CircularCondition(left);
        }
    }

    private static IEnumerable<string> References(JsonNode condition) => Reference(condition) is { } name
        ? [name]
        : Operands(condition, out _).SelectMany(References);

    private static string Requirement(string function) => function switch
    {
        "Condition" => "the name of a condition",
        "Fn::Equals" => "a list of 2 string parameters",
        "Fn::Not" => "a list of 1 boolean parameter",
        _ => "a list of at least 2 and at most 10 boolean parameters",
    };
}
