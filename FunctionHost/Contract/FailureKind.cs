namespace TelemetryAspire.FunctionHost;

/// <summary>What a failed record needs.</summary>
public enum FailureKind
{
    /// <summary>
    /// The sink is out or refuses for now: the record is given to the function again, for as long as it takes.
    /// </summary>
    Transient,

    /// <summary>The record can never work: it is dead-lettered at once, and the shard goes on.</summary>
    Poison,
}
