using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>The properties and attributes of a resource type, after the resource specification of AWS.</summary>
internal sealed record ResourceSchema
{
    /// <summary>The type's name, for example <c>AWS::Kinesis::Stream</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The properties; null where none is looked at, since the type has no local effect.</summary>
    public IReadOnlyDictionary<string, ResourceProperty>? Properties { get; init; }

    /// <summary>What Fn::GetAtt can be asked for.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>The property with the name of the resource; null when it always gets one.</summary>
    public string? NameProperty { get; init; }

    /// <summary>Refuses, before functions are called, what the type does not have.</summary>
    /// <exception cref="AwsException">A property is unknown, missing or not available here.</exception>
    public void Verify(ResourceDefinition resource)
    {
        if (Properties is null
            || resource.Properties is not JsonObject members
            || Intrinsics.IsCall(members, out _, out _))
        {
            return;
        }

        var problems = new List<string>();
        foreach (var member in members)
        {
            FindProblems(member.Key, member.Value, problems);
        }

        FindMissing(members, problems);
        ThrowIfAny(resource.LogicalId, problems);
    }

    /// <summary>Gives every property the type that the service expects.</summary>
    /// <exception cref="AwsException">A value has the wrong type, or as with <see cref="Verify"/>.</exception>
    public JsonObject Convert(string logicalId, JsonObject properties)
    {
        var problems = new List<string>();
        if (Properties is not null)
        {
            FindMissing(properties, problems);
        }

        return Convert(logicalId, properties, problems);
    }

    /// <summary>As <see cref="Convert(string, JsonObject)"/>, where some properties are not known yet.</summary>
    public JsonObject ConvertKnown(string logicalId, JsonObject properties) => Convert(logicalId, properties, []);

    private JsonObject Convert(string logicalId, JsonObject properties, List<string> problems)
    {
        if (Properties is null)
        {
            return properties;
        }

        var converted = new JsonObject();
        foreach (var (name, value) in properties)
        {
            FindProblems(name, null, problems);
            if (Properties.TryGetValue(name, out var property))
            {
                converted[name] = property.Type.Convert(value!, "#/" + name, problems);
            }
        }

        ThrowIfAny(logicalId, problems);
        return converted;
    }

    /// <summary>The names of properties that differ.</summary>
    public static IReadOnlyList<string> Differences(JsonObject before, JsonObject after) =>
    [
        .. before.Select(member => member.Key)
            .Union(after.Select(member => member.Key))
            .Where(name => !JsonNode.DeepEquals(before[name], after[name])),
    ];

    /// <summary>Whether a change of the property makes a new resource.</summary>
    public bool Replaces(string property) => Properties is null
        ? property == NameProperty
        : Properties.TryGetValue(property, out var known) && known.Replaces;

    private void FindProblems(string name, JsonNode? value, List<string> problems)
    {
        if (!Properties!.TryGetValue(name, out var property))
        {
            problems.Add($"#: extraneous key [{name}] is not permitted");
        }
        else if (property.Refusal is { } reason)
        {
            problems.Add($"#/{name}: not available in LocalAws, {reason}; leave it out");
        }
        else
        {
            property.Type.FindUnknown(value, "#/" + name, problems);
        }
    }

    private void FindMissing(JsonObject members, List<string> problems) => problems.AddRange(
        Properties!
            .Where(property => property.Value.IsRequired && !members.ContainsKey(property.Key))
            .Select(property => $"#: required key [{property.Key}] not found"));

    private static void ThrowIfAny(string logicalId, List<string> problems)
    {
        if (problems.Count > 0)
        {
            throw AwsException.Validation(
                $"Properties validation failed for resource {logicalId} with message: "
                + $"[{string.Join(", ", problems.Distinct())}]");
        }
    }
}
