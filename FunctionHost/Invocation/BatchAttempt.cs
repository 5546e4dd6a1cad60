namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>How one invocation with a batch ended.</summary>
internal abstract record BatchAttempt
{
    private BatchAttempt()
    {
    }

    /// <summary>The function returned; the records without a failure are handled.</summary>
    public sealed record Returned(IReadOnlyDictionary<SequenceNumber, BatchItemFailure> Failures) : BatchAttempt;

    /// <summary>It threw because something it needs is out; no record is at fault.</summary>
    public sealed record Outage(Exception Exception) : BatchAttempt;

    /// <summary>It threw, and one of the records may be why.</summary>
    public sealed record Threw(Exception Exception) : BatchAttempt;
}
