namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>A property of a resource type.</summary>
internal sealed record ResourceProperty(PropertyType Type)
{
    /// <summary>Whether a change makes a new resource in place of the old one.</summary>
    public bool Replaces { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Whether the property is accepted but changes nothing here, which the stack's events say.</summary>
    public bool HasNoEffect { get; init; }

    /// <summary>Why the property is refused; null when it is not.</summary>
    public string? Refusal { get; init; }

    public static ResourceProperty Of(PropertyType type) => new(type);

    public static ResourceProperty Replacing(PropertyType type) => new(type) { Replaces = true };

    public static ResourceProperty WithoutEffect() => new(PropertyType.Any) { HasNoEffect = true };

    public static ResourceProperty Refused(string reason) => new(PropertyType.Any) { Refusal = reason };
}
