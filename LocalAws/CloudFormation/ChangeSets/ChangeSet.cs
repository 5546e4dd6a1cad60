using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.ChangeSets;

/// <summary>What a stack would be made into, and how that would change its resources.</summary>
internal sealed record ChangeSet
{
    public const string Complete = "CREATE_COMPLETE";
    public const string Failed = "FAILED";
    public const string Available = "AVAILABLE";
    public const string Unavailable = "UNAVAILABLE";
    public const string Executing = "EXECUTE_IN_PROGRESS";
    public const string Executed = "EXECUTE_COMPLETE";
    public const string ExecutionFailed = "EXECUTE_FAILED";
    public const string Obsolete = "OBSOLETE";

    /// <summary>The ARN.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required StackDefinition Definition { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    public required string ExecutionStatus { get; init; }

    public string? Description { get; init; }

    public string? ClientToken { get; init; }

    public FailureAction? OnStackFailure { get; init; }

    public required IReadOnlyList<ResourceChange> Changes { get; init; }

    /// <summary>Whether nothing can come of it any more.</summary>
    [JsonIgnore]
    public bool IsFinished => ExecutionStatus is not (Available or Executing);

    /// <exception cref="AwsException">InvalidChangeSetStatus.</exception>
    public void VerifyExecutable()
    {
        if (Status != Complete)
        {
            throw new AwsException(
                "InvalidChangeSetStatus",
                $"ChangeSet [{Id}] cannot be executed in its current status of [{Status}]");
        }

        if (ExecutionStatus != Available)
        {
            throw new AwsException(
                "InvalidChangeSetStatus",
                $"ChangeSet [{Id}] cannot be executed in its current execution status of [{ExecutionStatus}]");
        }
    }
}

/// <summary>What a change set would do to one resource.</summary>
internal sealed record ResourceChange
{
    public const string Add = "Add";
    public const string Modify = "Modify";
    public const string Remove = "Remove";

    public required string Action { get; init; }

    public required string LogicalId { get; init; }

    public string? PhysicalId { get; init; }

    public required string Type { get; init; }

    /// <summary>True, False or Conditional, of a modification.</summary>
    public string? Replacement { get; init; }

    /// <summary>What keeps a removed or replaced resource, of a removal or replacement.</summary>
    public string? PolicyAction { get; init; }

    public IReadOnlyList<PropertyChange> Details { get; init; } = [];
}

/// <summary>A property, or another attribute, that a change set would change.</summary>
/// <param name="Attribute">Properties, Metadata, DeletionPolicy or, for the stack's own, Tags.</param>
/// <param name="Name">The property; null for another attribute.</param>
/// <param name="RequiresRecreation">Never or Always, whether or not the value is known.</param>
/// <param name="Evaluation">Static, or Dynamic where the value is known only when another resource is there.</param>
/// <param name="ChangeSource">ParameterReference, ResourceReference, ResourceAttribute or DirectModification.</param>
/// <param name="CausingEntity">The parameter, resource or attribute; null for a direct modification.</param>
internal sealed record PropertyChange(
    string Attribute,
    string? Name,
    string RequiresRecreation,
    string Evaluation,
    string ChangeSource = "DirectModification",
    string? CausingEntity = null);
