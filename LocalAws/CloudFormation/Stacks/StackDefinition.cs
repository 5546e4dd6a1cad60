using System.Text.Json.Serialization;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>What a caller gives to make a stack from.</summary>
internal sealed record StackDefinition
{
    public required string TemplateBody { get; init; }

    /// <summary>The value of every parameter of the template.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<StackTag> Tags { get; init; } = [];

    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public IReadOnlyList<string> NotificationArns { get; init; } = [];

    public string? RoleArn { get; init; }

    /// <summary>The tags as its resources get them.</summary>
    [JsonIgnore]
    public IEnumerable<KeyValuePair<string, string>> ResourceTags =>
        Tags.Select(tag => KeyValuePair.Create(tag.Key, tag.Value));
}

/// <summary>A tag of a stack, which its resources get too.</summary>
internal sealed record StackTag(string Key, string Value);
