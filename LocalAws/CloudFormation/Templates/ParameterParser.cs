using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>Reads a member of the Parameters block.</summary>
internal static class ParameterParser
{
    private static readonly string[] Types =
        ["String", ParameterDefinition.Number, ParameterDefinition.NumberList, ParameterDefinition.TextList];

    private static readonly string[] Attributes =
    [
        "Type", "Default", "NoEcho", "AllowedValues", "AllowedPattern", "MaxLength", "MinLength", "MaxValue",
        "MinValue", "Description", "ConstraintDescription",
    ];

    public static ParameterDefinition Parse(string name, JsonNode? node)
    {
        var members = node as JsonObject
            ?? throw TemplateErrors.Format("Every Parameters object must contain a Type member.");
        foreach (var member in members)
        {
            if (!Attributes.Contains(member.Key))
            {
                throw Protocol.AwsException.Validation(
                    $"Invalid template parameter property '{member.Key}' in parameter {name}");
            }
        }

        return new ParameterDefinition
        {
            Name = name,
            Type = ParseType(name, members["Type"]),
            Default = members.ContainsKey("Default") ? Scalar(name, "Default", members["Default"]) : null,
            NoEcho = OptionalText(name, members, "NoEcho") is { } noEcho && Flag(name, noEcho),
            Description = OptionalText(name, members, "Description"),
            ConstraintDescription = OptionalText(name, members, "ConstraintDescription"),
            AllowedPattern = OptionalText(name, members, "AllowedPattern"),
            AllowedValues = AllowedValues(name, members["AllowedValues"]),
            MinLength = (int?)Number(name, members, "MinLength"),
            MaxLength = (int?)Number(name, members, "MaxLength"),
            MinValue = Number(name, members, "MinValue"),
            MaxValue = Number(name, members, "MaxValue"),
        };
    }

    private static string ParseType(string name, JsonNode? node)
    {
        if (!Intrinsics.IsText(node))
        {
            throw TemplateErrors.Format($"Every Parameters object must contain a Type member: {name} has none.");
        }

        var type = node!.ToString();
        if (Types.Contains(type))
        {
            return type;
        }

        throw TemplateErrors.Format(type.StartsWith("AWS::", StringComparison.Ordinal)
            || type.StartsWith("List<AWS::", StringComparison.Ordinal)
            ? $"The type {type} of parameter {name} is not available here, since there is nothing to look its values "
                + $"up in; use one of [{string.Join(", ", Types)}]."
            : $"Unrecognized parameter type: {type}. Valid values are [{string.Join(", ", Types)}]");
    }

    private static List<string>? AllowedValues(string name, JsonNode? node) => node switch
    {
        null => null,
        JsonArray { Count: > 0 } values => [.. values.Select(value => Scalar(name, "AllowedValues", value))],
        _ => throw Malformed(name, "AllowedValues", "a list"),
    };

    private static decimal? Number(string name, JsonObject members, string attribute)
    {
        if (OptionalText(name, members, attribute) is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= int.MaxValue
            ? number
            : throw Malformed(name, attribute, "a number");
    }

    private static bool Flag(string name, string text) =>
        bool.TryParse(text, out var flag) ? flag : throw Malformed(name, "NoEcho", "true or false");

    private static string? OptionalText(string name, JsonObject members, string attribute) =>
        members.ContainsKey(attribute) ? Scalar(name, attribute, members[attribute]) : null;

    private static string Scalar(string name, string attribute, JsonNode? node)
    {
        if (node is JsonArray { Count: > 0 } list && attribute == "Default")
        {
            return string.Join(',', list.Select(item => Scalar(name, attribute, item)));
        }

        return node?.GetValueKind() is JsonValueKind.Object or JsonValueKind.Array or null
            ? throw Malformed(name, attribute, "a string")
            : Intrinsics.Text(node)!;
    }

    private static Protocol.AwsException Malformed(string name, string attribute, string expected) =>
        TemplateErrors.Format($"[/Parameters/{name}] {attribute} must be {expected}.");
}
