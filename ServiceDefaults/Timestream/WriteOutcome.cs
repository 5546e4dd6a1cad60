namespace TelemetryAspire.ServiceDefaults;

/// <summary>What became of one record given to <see cref="TimestreamBatchWriter.WriteAsync"/>.</summary>
/// <remarks>
/// <see cref="Written"/>, <see cref="Superseded"/> and <see cref="Rejected"/> are final;
/// <see cref="Unavailable"/> asks the caller to write the same record again later.
/// </remarks>
public abstract record WriteOutcome
{
    private WriteOutcome()
    {
    }

    /// <summary>The table holds the record with the version it was given.</summary>
    public sealed record Written : WriteOutcome
    {
        /// <summary>The only instance that is ever needed.</summary>
        public static Written Instance { get; } = new();
    }

    /// <summary>
    /// The table holds the same identity (dimensions, measure name, time) at this or a higher version.
    /// </summary>
    public sealed record Superseded : WriteOutcome
    {
        /// <summary>The only instance that is ever needed.</summary>
        public static Superseded Instance { get; } = new();
    }

    /// <summary>The record can never be written as it is: a dead letter.</summary>
    /// <param name="Reason">The reason in the service's own words.</param>
    public sealed record Rejected(string Reason) : WriteOutcome;

    /// <summary>
    /// The record could not be written now: throttling, a server error, the network, a timeout, an open circuit,
    /// a missing table or permission, or a time that Timestream does not take yet. Nothing is wrong with the record.
    /// </summary>
    /// <param name="Error">What stood in the way.</param>
    public sealed record Unavailable(Exception Error) : WriteOutcome;
}
