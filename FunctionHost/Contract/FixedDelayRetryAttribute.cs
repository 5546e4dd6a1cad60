namespace TelemetryAspire.FunctionHost;

/// <summary>Retries with one fixed delay.</summary>
/// <param name="maxRetryCount">Retries after the first attempt; -1 retries without end.</param>
/// <param name="delayInterval">The delay, as <c>hh:mm:ss</c>.</param>
public sealed class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : RetryAttribute(maxRetryCount)
{
    /// <summary>The delay, as <c>hh:mm:ss</c>.</summary>
    public string DelayInterval { get; } = delayInterval;
}
