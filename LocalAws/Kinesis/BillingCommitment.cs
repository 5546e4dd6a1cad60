namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>The minimum throughput billing commitment, as it is stored.</summary>
/// <param name="StartedAt">When it was last started; null when it never was.</param>
/// <param name="EndsAt">When it ends or ended; null while no end is asked for.</param>
internal sealed record BillingCommitment(DateTimeOffset? StartedAt, DateTimeOffset? EndsAt)
{
    /// <summary>How long a commitment lasts at least.</summary>
    private static readonly TimeSpan MinDuration = TimeSpan.FromHours(24);

    private DateTimeOffset? EarliestEnd => StartedAt + MinDuration;

    /// <summary>The commitment after it was asked for or given up.</summary>
    public BillingCommitment Change(bool enable, DateTimeOffset now)
    {
        var holds = StartedAt is not null && (EndsAt is null || EndsAt > now);
        return (enable, holds) switch
        {
            (true, true) => this with { EndsAt = null },
            (true, false) => new BillingCommitment(now, null),
            (false, true) => this with { EndsAt = EndsAt ?? (EarliestEnd > now ? EarliestEnd : now) },
            (false, false) => this,
        };
    }

    public BillingCommitmentDescription Describe(DateTimeOffset now) => this switch
    {
        { StartedAt: null } => new BillingCommitmentDescription(BillingCommitmentDescription.Disabled),
        { EndsAt: null } => new BillingCommitmentDescription("ENABLED")
        {
            StartedAt = StartedAt,
            EarliestAllowedEndAt = EarliestEnd,
        },
        _ when EndsAt > now => new BillingCommitmentDescription("ENABLED_UNTIL_EARLIEST_ALLOWED_END")
        {
            StartedAt = StartedAt,
            EarliestAllowedEndAt = EarliestEnd,
        },
        _ => new BillingCommitmentDescription(BillingCommitmentDescription.Disabled)
        {
            StartedAt = StartedAt,
            EndedAt = EndsAt,
        },
    };
}

/// <summary>The commitment as responses show it.</summary>
internal sealed record BillingCommitmentDescription(string Status)
{
    public const string Disabled = "DISABLED";

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? EarliestAllowedEndAt { get; init; }
}
