using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Throughput;

/// <summary>Gives operations the rates that AWS allows an account, where limits are enforced.</summary>
internal sealed class CallRates(LocalAwsOptions options, TimeProvider timeProvider)
{
    /// <param name="perSecond">The calls allowed in a second.</param>
    /// <param name="operation">The operation to limit.</param>
    public IOperation<TRequest, TResponse> Limit<TRequest, TResponse>(
        int perSecond,
        IOperation<TRequest, TResponse> operation) => new RateLimitedOperation<TRequest, TResponse>(
            operation,
            new RequestRate(perSecond, timeProvider, options.EnforceLimits));
}
