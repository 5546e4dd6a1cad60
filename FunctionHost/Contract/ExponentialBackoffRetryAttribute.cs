namespace TelemetryAspire.FunctionHost;

/// <summary>Retries with delays that double from a minimum up to a maximum, with jitter.</summary>
/// <param name="maxRetryCount">Retries after the first attempt; -1 retries without end.</param>
/// <param name="minimumInterval">The first delay, as <c>hh:mm:ss</c>.</param>
/// <param name="maximumInterval">The longest delay, as <c>hh:mm:ss</c>.</param>
public sealed class ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    : RetryAttribute(maxRetryCount)
{
    /// <summary>The first delay, as <c>hh:mm:ss</c>.</summary>
    public string MinimumInterval { get; } = minimumInterval;

    /// <summary>The longest delay, as <c>hh:mm:ss</c>.</summary>
    public string MaximumInterval { get; } = maximumInterval;
}
