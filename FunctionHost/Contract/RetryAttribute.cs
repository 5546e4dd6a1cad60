namespace TelemetryAspire.FunctionHost;

/// <summary>How often, and after which delays, an invocation that threw is repeated.</summary>
/// <remarks>
/// It governs exceptions that may be the input's fault. An outage (throttling, 5xx, timeout, network) is retried for as
/// long as it takes, whatever this says.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    private protected RetryAttribute(int maxRetryCount) => MaxRetryCount = maxRetryCount;

    /// <summary>Retries after the first attempt; -1 retries without end.</summary>
    public int MaxRetryCount { get; }
}
