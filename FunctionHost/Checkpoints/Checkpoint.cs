namespace TelemetryAspire.FunctionHost;

/// <summary>How far a function has wholly handled a shard: up to a record, or to the shard's end.</summary>
/// <remarks>
/// A class, so that no default value can stand for a position; null says that nothing is handled yet.
/// </remarks>
public sealed record Checkpoint
{
    private Checkpoint(SequenceNumber? lastHandled) => LastHandled = lastHandled;

    /// <summary>Every record of a closed shard is handled; its children may be read.</summary>
    public static Checkpoint ShardEnd { get; } = new(lastHandled: null);

    /// <summary>Every record up to and including <paramref name="sequenceNumber"/> is handled.</summary>
    public static Checkpoint At(SequenceNumber sequenceNumber) => new(sequenceNumber);

    /// <summary>The last record handled; null at shard end.</summary>
    public SequenceNumber? LastHandled { get; }

    /// <summary>Whether the whole shard is handled.</summary>
    public bool IsShardEnd => LastHandled is null;

    /// <summary>
    /// Whether this lies further along the shard than <paramref name="other"/>; null is before everything.
    /// </summary>
    public bool IsAfter(Checkpoint? other) => other switch
    {
        null => true,
        { LastHandled: null } => false,
        { LastHandled: { } theirs } => LastHandled is not { } mine || mine > theirs,
    };

    /// <summary>The sequence number, or SHARD_END.</summary>
    public override string ToString() => LastHandled?.ToString() ?? "SHARD_END";
}
