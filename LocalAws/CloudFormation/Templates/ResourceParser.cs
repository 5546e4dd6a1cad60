using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>Reads a member of the Resources block.</summary>
internal static class ResourceParser
{
    private static readonly string[] Attributes =
    [
        "Type", "Properties", "DependsOn", "Condition", "Metadata", "DeletionPolicy", "UpdateReplacePolicy",
    ];

    private static readonly string[] UnavailableAttributes = ["CreationPolicy", "UpdatePolicy"];

    public static ResourceDefinition Parse(string name, JsonNode? node)
    {
        var path = $"/Resources/{name}";
        var members = node as JsonObject ?? throw MissingType(path);
        foreach (var member in members)
        {
            if (UnavailableAttributes.Contains(member.Key))
            {
                throw TemplateErrors.Format(
                    $"[{path}] {member.Key} is not available in LocalAws; write the resource without it.");
            }

            if (!Attributes.Contains(member.Key))
            {
                throw AwsException.Validation(
                    $"Template validation error: Invalid template resource property '{member.Key}' in resource {name}");
            }
        }

        var properties = members["Properties"] ?? new JsonObject();
        if (properties is not JsonObject)
        {
            throw TemplateErrors.Format($"[{path}] Properties must be an object.");
        }

        RefuseNull(properties, path + "/Properties");
        return new ResourceDefinition
        {
            LogicalId = name,
            Type = TemplateParser.OptionalText(members, "Type", path) ?? throw MissingType(path),
            Properties = properties,
            DependsOn = DependsOn(members["DependsOn"], path),
            Condition = TemplateParser.OptionalText(members, "Condition", path),
            Metadata = members["Metadata"],
            DeletionPolicy = Policy(
                members, "DeletionPolicy", path, [ResourcePolicy.RetainExceptOnCreate]),
            UpdateReplacePolicy = Policy(members, "UpdateReplacePolicy", path, []),
        };
    }

    private static List<string> DependsOn(JsonNode? node, string path) => node switch
    {
        null => [],
        JsonValue when Intrinsics.IsText(node) => [node.ToString()],
        JsonArray names when names.All(Intrinsics.IsText) => [.. names.Select(name => name!.ToString())],
        _ => throw TemplateErrors.Format($"[{path}] DependsOn must be a string or a list of strings."),
    };

    private static string Policy(JsonObject members, string attribute, string path, string[] more)
    {
        var policy = TemplateParser.OptionalText(members, attribute, path) ?? ResourcePolicy.Delete;
        if (policy == ResourcePolicy.Snapshot)
        {
            // No type that LocalAws has supports one on AWS either.
            throw TemplateErrors.Template(
                $"resource type {members["Type"]} does not support {attribute} {policy} ([{path}])");
        }

        string[] allowed = [ResourcePolicy.Delete, ResourcePolicy.Retain, .. more];
        return allowed.Contains(policy)
            ? policy
            : throw TemplateErrors.Format(
                $"Unrecognized {attribute} {policy} ([{path}]); it must be one of [{string.Join(", ", allowed)}]");
    }

    private static void RefuseNull(JsonNode? node, string path)
    {
        switch (node)
        {
            case null:
                throw TemplateErrors.NullValue(path);
            case JsonObject members:
                foreach (var member in members)
                {
                    RefuseNull(member.Value, $"{path}/{member.Key}");
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    RefuseNull(items[i], $"{path}/{i}");
                }

                break;
        }
    }

    private static AwsException MissingType(string path) =>
        TemplateErrors.Format($"[{path}] Every Resources object must contain a Type member.");
}
