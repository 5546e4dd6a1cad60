using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>Reads a template and refuses what is not sound in it, whatever the values of its parameters.</summary>
internal static partial class TemplateParser
{
    private const string Version = "2010-09-09";

    /// <summary>AWS's quotas of a template.</summary>
    private const int MaxParameters = 200;
    private const int MaxMappings = 200;
    private const int MaxResources = 500;
    private const int MaxOutputs = 200;

    private static readonly string[] Sections =
    [
        "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Resources",
        "Outputs",
    ];

    /// <summary>Sections that AWS has and LocalAws has not.</summary>
    private static readonly string[] UnavailableSections = ["Transform", "Rules", "Hooks"];

    /// <exception cref="AwsException">The template is refused; the message names what is wrong.</exception>
    public static Template Parse(string text)
    {
        var template = ParseAccepted(text);
        LiteralCheck.Verify(template);
        ConditionFunctions.RefuseCycles(template.Conditions);
        var budget = new MatchBudget();
        foreach (var parameter in template.Parameters.Values)
        {
            if (parameter.Default is { } value)
            {
                parameter.Verify(value, budget);
            }
        }

        return template;
    }

    /// <summary>Reads a template that was accepted before: what it says is not judged again.</summary>
    public static Template ParseAccepted(string text)
    {
        var root = TemplateText.Parse(text);
        VerifySections(root);
        var template = new Template
        {
            Description = Description(root["Description"]),
            Metadata = root["Metadata"],
            Parameters = Members(root, "Parameters", MaxParameters, ParameterParser.Parse),
            Mappings = Members(root, "Mappings", MaxMappings, ParseMapping),
            Conditions = Members(root, "Conditions", int.MaxValue, (name, node) =>
                node ?? throw TemplateErrors.NullValue($"/Conditions/{name}")),
            Resources = Members(root, "Resources", MaxResources, ResourceParser.Parse),
            Outputs = Members(root, "Outputs", MaxOutputs, ParseOutput),
        };
        if (template.Resources.Count == 0)
        {
            throw TemplateErrors.Format("At least one Resources member must be defined.");
        }

        ReferenceCheck.Verify(template);
        return template;
    }

    private static void VerifySections(JsonObject root)
    {
        foreach (var section in UnavailableSections.Where(root.ContainsKey))
        {
            throw TemplateErrors.Format(
                $"The {section} section is not available in LocalAws; write the template without it.");
        }

        var unknown = root.Select(member => member.Key).Where(key => !Sections.Contains(key)).ToList();
        if (unknown.Count > 0)
        {
            throw AwsException.Validation($"Invalid template property or properties [{string.Join(", ", unknown)}]");
        }

        if (root.TryGetPropertyValue("AWSTemplateFormatVersion", out var version)
            && Intrinsics.Text(version) != Version)
        {
            throw TemplateErrors.Format($"Template format version {version} is not supported; it must be {Version}.");
        }
    }

    private static string? Description(JsonNode? node) => node switch
    {
        null => null,
        var text when Intrinsics.IsText(text) && text.ToString().Length <= 1024 => text.ToString(),
        _ => throw TemplateErrors.Format("'Description' length is greater than 1024 or it is no string."),
    };

    private static Dictionary<string, T> Members<T>(
        JsonObject root,
        string section,
        int limit,
        Func<string, JsonNode?, T> parse)
    {
        if (!root.TryGetPropertyValue(section, out var node))
        {
            return [];
        }

        var members = node as JsonObject ?? throw TemplateErrors.Format($"'{section}' must be an object.");
        if (members.Count > limit)
        {
            throw TemplateErrors.TooMany(section.ToLowerInvariant(), members.Count, limit);
        }

        foreach (var member in members)
        {
            if (!LogicalId().IsMatch(member.Key) && section is not "Mappings")
            {
                throw TemplateErrors.Format($"{section[..^1]} name {member.Key} is non alphanumeric.");
            }
        }

        return members.ToDictionary(
            member => member.Key, member => parse(member.Key, member.Value), StringComparer.Ordinal);
    }

    private static JsonObject ParseMapping(string name, JsonNode? node)
    {
        if (node is not JsonObject { Count: > 0 } mapping
            || mapping.Any(level => level.Value is not JsonObject { Count: > 0 }))
        {
            throw TemplateErrors.Format($"Every Mappings attribute must be a map of maps: {name} is not.");
        }

        return mapping;
    }

    private static OutputDefinition ParseOutput(string name, JsonNode? node)
    {
        if (node is not JsonObject members || members["Value"] is not { } value)
        {
            throw TemplateErrors.Format($"Every Outputs member must contain a Value object: {name} has none.");
        }

        var unknown = members.Select(member => member.Key)
            .FirstOrDefault(key => key is not ("Value" or "Description" or "Condition" or "Export"));
        if (unknown is not null)
        {
            throw AwsException.Validation($"Invalid template output property '{unknown}' in output {name}");
        }

        var export = members["Export"] switch
        {
            null => null,
            JsonObject { Count: 1 } only when only["Name"] is { } exportName => exportName,
            _ => throw TemplateErrors.Format($"[/Outputs/{name}] Export must have a Name, and nothing else."),
        };
        return new OutputDefinition(
            value,
            OptionalText(members, "Description", $"/Outputs/{name}"),
            OptionalText(members, "Condition", $"/Outputs/{name}"),
            export);
    }

    /// <summary>The text of a member that takes no function.</summary>
    public static string? OptionalText(JsonObject members, string attribute, string path) => members[attribute] switch
    {
        null => null,
        var text when Intrinsics.IsText(text) => text.ToString(),
        _ => throw TemplateErrors.Format($"[{path}] {attribute} must be a string."),
    };

    [GeneratedRegex(@"^[a-zA-Z0-9]{1,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LogicalId();
}
