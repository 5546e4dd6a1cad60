using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>A template whose structure is sound and whose references lead somewhere.</summary>
internal sealed record Template
{
    public string? Description { get; init; }

    public JsonNode? Metadata { get; init; }

    public required IReadOnlyDictionary<string, ParameterDefinition> Parameters { get; init; }

    public required IReadOnlyDictionary<string, JsonObject> Mappings { get; init; }

    public required IReadOnlyDictionary<string, JsonNode> Conditions { get; init; }

    public required IReadOnlyDictionary<string, ResourceDefinition> Resources { get; init; }

    public required IReadOnlyDictionary<string, OutputDefinition> Outputs { get; init; }
}

/// <summary>A member of the Resources block.</summary>
internal sealed record ResourceDefinition
{
    public required string LogicalId { get; init; }

    public required string Type { get; init; }

    /// <summary>An object, or a function that gives one.</summary>
    public required JsonNode Properties { get; init; }

    public required IReadOnlyList<string> DependsOn { get; init; }

    public string? Condition { get; init; }

    public JsonNode? Metadata { get; init; }

    public string DeletionPolicy { get; init; } = ResourcePolicy.Delete;

    public string UpdateReplacePolicy { get; init; } = ResourcePolicy.Delete;
}

/// <summary>What becomes of a resource that a stack no longer has.</summary>
internal static class ResourcePolicy
{
    public const string Delete = "Delete";
    public const string Retain = "Retain";
    public const string RetainExceptOnCreate = "RetainExceptOnCreate";
    public const string Snapshot = "Snapshot";
}

/// <summary>A member of the Outputs block.</summary>
/// <param name="Value">What the output gives.</param>
/// <param name="Description">For people.</param>
/// <param name="Condition">The condition under which it exists.</param>
/// <param name="ExportName">The name for other stacks.</param>
internal sealed record OutputDefinition(JsonNode Value, string? Description, string? Condition, JsonNode? ExportName);
