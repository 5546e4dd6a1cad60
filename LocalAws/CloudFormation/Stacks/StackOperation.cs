namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

internal enum OperationKind
{
    Create,
    Update,
    Delete,
}

/// <summary>How far an operation is; a restart goes on where its phase began.</summary>
internal enum OperationPhase
{
    /// <summary>Resources are made, changed or, by Delete, deleted.</summary>
    Forward,

    /// <summary>What was replaced or is no longer in the template is deleted.</summary>
    Cleanup,

    /// <summary>What was made or changed is undone.</summary>
    Rollback,

    /// <summary>What an undone update had made is deleted.</summary>
    RollbackCleanup,

    /// <summary>The rollback failed; it goes on when the caller says so.</summary>
    Stuck,
}

/// <summary>What becomes of a stack whose creation or update fails.</summary>
internal enum FailureAction
{
    Rollback,
    Nothing,
    Delete,
}

/// <summary>An operation on a stack that is under way.</summary>
internal sealed record StackOperation
{
    /// <summary>Tells the operation from the next one on the same stack.</summary>
    public required Guid Id { get; init; }

    public required OperationKind Kind { get; init; }

    public OperationPhase Phase { get; init; } = OperationPhase.Forward;

    /// <summary>What the stack is made into.</summary>
    public required StackDefinition Target { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public string? Token { get; init; }

    public FailureAction OnFailure { get; init; }

    /// <summary>Whether a failed operation deletes what it made although the template says Retain.</summary>
    public bool RetainExceptOnCreate { get; init; }

    /// <summary>The resources as they were before an update.</summary>
    public IReadOnlyList<StackResource> Before { get; init; } = [];

    /// <summary>The status before a deletion, to which one that is refused returns.</summary>
    public string? EarlierStatus { get; init; }

    /// <summary>The rollback that had failed before a deletion, and can go on after one that is refused.</summary>
    public StackOperation? Earlier { get; init; }

    /// <summary>The logical ids that a deletion leaves alone.</summary>
    public IReadOnlyList<string> Retain { get; init; } = [];

    /// <summary>The change set that is executed.</summary>
    public string? ChangeSetId { get; init; }
}

/// <summary>A resource that its stack no longer has.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="IsKept">Whether it stays, by DeletionPolicy or UpdateReplacePolicy.</param>
internal sealed record RetiredResource(StackResource Resource, bool IsKept);
