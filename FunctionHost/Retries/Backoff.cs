namespace TelemetryAspire.FunctionHost;

/// <summary>How long to wait before the next attempt: the one formula of the host and of the services in it.</summary>
public static class Backoff
{
    /// <summary>
    /// Doubles from <paramref name="minimum"/> to <paramref name="maximum"/> with each attempt; the upper half of the
    /// delay is random, so that many shards that failed together do not come back together.
    /// </summary>
    /// <param name="attempt">How many attempts failed before the one that has just failed, from 0.</param>
    /// <param name="minimum">The first delay before jitter.</param>
    /// <param name="maximum">The longest delay before jitter.</param>
    /// <param name="jitter">The randomness.</param>
    /// <returns>From half of the delay before jitter up to, not including, the whole of it.</returns>
    public static TimeSpan Delay(int attempt, TimeSpan minimum, TimeSpan maximum, Jitter jitter)
    {
        ArgumentNullException.ThrowIfNull(jitter);
        // 2^30 times any sensible minimum is past any sensible maximum; the bound keeps the power finite.
        var full = Math.Min(minimum.TotalSeconds * Math.Pow(2, Math.Min(attempt, 30)), maximum.TotalSeconds);
        return TimeSpan.FromSeconds((full / 2) + (full / 2 * jitter.Next()));
    }
}
