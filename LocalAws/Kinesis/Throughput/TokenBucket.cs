namespace TelemetryAspire.LocalAws.Kinesis.Throughput;

/// <summary>A rate limit that allows one second's worth at once.</summary>
/// <remarks>Not thread-safe. Time is passed in, on any clock that never goes back; no fraction is ever lost.</remarks>
internal sealed class TokenBucket
{
    /// <summary>Longer than any debt takes to pay; bounds the arithmetic.</summary>
    private static readonly TimeSpan LongestRefill = TimeSpan.FromHours(1);

    private readonly long _perSecond;
    private TimeSpan _updatedAt;

    /// <summary>What is available, times <see cref="TimeSpan.TicksPerSecond"/>; negative is a debt.</summary>
    private long _tokens;

    /// <param name="perSecond">How much is allowed in a second.</param>
    public TokenBucket(int perSecond)
    {
        _perSecond = perSecond;
        _tokens = Scaled(perSecond);
    }

    /// <summary>
    /// Whether <paramref name="amount"/> is available now; more than a second's worth needs a full bucket.
    /// </summary>
    public bool Has(long amount, TimeSpan now)
    {
        var elapsed = now - _updatedAt;
        if (elapsed > TimeSpan.Zero)
        {
            var refill = Math.Min(elapsed.Ticks, LongestRefill.Ticks) * _perSecond;
            _tokens = Math.Min(Scaled(_perSecond), _tokens + refill);
            _updatedAt = now;
        }

        return _tokens >= Scaled(Math.Min(amount, _perSecond));
    }

    /// <summary>How long it takes from now until <paramref name="amount"/> is available.</summary>
    public TimeSpan Until(long amount, TimeSpan now) => Has(amount, now)
        ? TimeSpan.Zero
        : TimeSpan.FromTicks((Scaled(Math.Min(amount, _perSecond)) - _tokens + _perSecond - 1) / _perSecond);

    /// <summary>Takes <paramref name="amount"/>, going into debt where the bucket does not hold it.</summary>
    public void Take(long amount) => _tokens -= Scaled(amount);

    /// <summary>
    /// Takes <paramref name="amount"/> so that a full second passes per second's worth, however full the bucket.
    /// </summary>
    public void TakeWithoutBurst(long amount) => _tokens = Math.Min(_tokens, 0) - Scaled(amount);

    private static long Scaled(long amount) => amount * TimeSpan.TicksPerSecond;
}
