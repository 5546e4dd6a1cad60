using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Throughput;

/// <summary>Gives operations the rates that AWS allows an account, where limits are enforced.</summary>
internal sealed class CallRates(LocalAwsOptions options, TimeProvider timeProvider)
{
    /// <summary>Limits an operation of Kinesis.</summary>
    /// <param name="perSecond">The calls allowed in a second.</param>
    /// <param name="operation">The operation to limit.</param>
    public IOperation<TRequest, TResponse> Limit<TRequest, TResponse>(
        int perSecond,
        IOperation<TRequest, TResponse> operation) =>
        Limit(perSecond, operation, request => KinesisErrors.CallRateExceeded((request as StreamRequest)?.StreamName));

    /// <param name="perSecond">The calls allowed in a second.</param>
    /// <param name="operation">The operation to limit.</param>
    /// <param name="refusal">What a call beyond the limit is answered with.</param>
    public IOperation<TRequest, TResponse> Limit<TRequest, TResponse>(
        int perSecond,
        IOperation<TRequest, TResponse> operation,
        Func<TRequest, AwsException> refusal) => new RateLimitedOperation<TRequest, TResponse>(
            operation,
            new RequestRate(perSecond, timeProvider, options.EnforceLimits),
            refusal);
}
