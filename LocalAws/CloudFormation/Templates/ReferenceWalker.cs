using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>Finds what a part of a template refers to.</summary>
/// <param name="condition">
/// Tells the value of a condition, to take one branch of each Fn::If; null takes both.
/// </param>
internal sealed class ReferenceWalker(Func<string, bool>? condition)
{
    /// <summary>Logical ids of resources or names of parameters, by Ref or Fn::Sub.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Resources and attributes, by Fn::GetAtt or Fn::Sub; an attribute that is computed is null.</summary>
    public HashSet<(string LogicalId, string? Attribute)> Attributes { get; } = [];

    /// <summary>Conditions, by Fn::If.</summary>
    public HashSet<string> Conditions { get; } = new(StringComparer.Ordinal);

    /// <exception cref="Protocol.AwsException">A function is unknown or called in the wrong way.</exception>
    public void Visit(JsonNode? node)
    {
        if (Intrinsics.IsCall(node, out var function, out var argument))
        {
            FunctionShapes.Verify(function, argument);
            VisitCall(function, argument);
        }
        else if (node is JsonObject members)
        {
            foreach (var member in members)
            {
                Visit(member.Value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Visit(item);
            }
        }
    }

    private void VisitCall(string function, JsonNode? argument)
    {
        switch (function)
        {
            case "Ref":
                Names.Add(argument!.ToString());
                break;
            case "Fn::GetAtt":
                var (logicalId, attribute) = Intrinsics.GetAtt(argument);
                Attributes.Add((logicalId, Intrinsics.Text(attribute)));
                Visit(attribute);
                break;
            case "Fn::Sub":
                VisitSubstitution(argument!);
                break;
            case "Fn::If":
                VisitBranches((JsonArray)argument!);
                break;
            default:
                Visit(argument);
                break;
        }
    }

    private void VisitSubstitution(JsonNode argument)
    {
        var text = argument is JsonArray pair ? pair[0]! : argument;
        var own = argument is JsonArray { Count: 2 } withOwn ? (JsonObject)withOwn[1]! : [];
        foreach (var variable in SubstitutionText.Variables(text.ToString()))
        {
            if (own.ContainsKey(variable))
            {
                continue;
            }

            if (!variable.Contains("::", StringComparison.Ordinal) && variable.Split('.', 2) is [var id, var attribute])
            {
                Attributes.Add((id, attribute));
            }
            else
            {
                Names.Add(variable);
            }
        }

        foreach (var member in own)
        {
            Visit(member.Value);
        }
    }

    private void VisitBranches(JsonArray branches)
    {
        var name = branches[0]!.ToString();
        Conditions.Add(name);
        if (condition is null)
        {
            Visit(branches[1]);
            Visit(branches[2]);
        }
        else
        {
            Visit(branches[condition(name) ? 1 : 2]);
        }
    }
}
