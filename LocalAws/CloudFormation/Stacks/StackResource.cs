using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.CloudFormation.Templates;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>A resource of a stack.</summary>
internal sealed record StackResource
{
    public required string LogicalId { get; init; }

    public required string Type { get; init; }

    /// <summary>Null until it was found that nobody else has the id: what has one is the stack's to delete.</summary>
    public string? PhysicalId { get; init; }

    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Whether the making of it began and is not known to have ended.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>JSON; a string, since the nodes of a tree are not safe to share.</summary>
    public required string Properties { get; init; }

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    public string DeletionPolicy { get; init; } = ResourcePolicy.Delete;

    /// <summary>The logical ids of the resources it must not outlive.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>JSON of the template's Metadata; null when there is none.</summary>
    public string? Metadata { get; init; }

    public JsonObject ParseProperties() => (JsonObject)JsonNode.Parse(Properties)!;
}

/// <summary>An output of a stack.</summary>
internal sealed record StackOutput(string Key, string Value, string? Description, string? ExportName);

/// <summary>Something that happened to a stack or one of its resources.</summary>
internal sealed record StackEvent
{
    public required string EventId { get; init; }

    public required string LogicalId { get; init; }

    public string? PhysicalId { get; init; }

    public required string Type { get; init; }

    public required string Status { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public string? Properties { get; init; }

    public string? Token { get; init; }
}
