namespace TelemetryAspire.FunctionHost;

/// <summary>Which attempt an invocation is.</summary>
/// <param name="RetryCount">0 on the first attempt, then the number of the retry.</param>
/// <param name="MaxRetryCount">The retries its retry attribute allows; -1 when without end.</param>
public sealed record RetryContext(int RetryCount, int MaxRetryCount);
