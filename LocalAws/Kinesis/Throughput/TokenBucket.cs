namespace TelemetryAspire.LocalAws.Kinesis.Throughput;

/// <summary>A rate limit that allows one second's worth at once.</summary>
/// <remarks>Not thread-safe. Time is passed in, in seconds on any clock that never goes back.</remarks>
internal sealed class TokenBucket
{
    private readonly double _perSecond;
    private double _tokens;
    private double _updatedAt;

    /// <param name="perSecond">How much is allowed in a second.</param>
    public TokenBucket(double perSecond)
    {
        _perSecond = perSecond;
        _tokens = perSecond;
    }

    /// <summary>Whether <paramref name="amount"/> is available now; more than a second's worth needs a full bucket.</summary>
    public bool Has(double amount, double now)
    {
        if (now > _updatedAt)
        {
            _tokens = Math.Min(_perSecond, _tokens + (now - _updatedAt) * _perSecond);
            _updatedAt = now;
        }

        return _tokens >= Math.Min(amount, _perSecond);
    }

    /// <summary>Takes <paramref name="amount"/>, going into debt where the bucket does not hold it.</summary>
    public void Take(double amount) => _tokens -= amount;

    /// <summary>Takes <paramref name="amount"/> so that a full second passes per second's worth, however full the bucket.</summary>
    public void TakeWithoutBurst(double amount) => _tokens = Math.Min(_tokens, 0) - amount;
}
