using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Throughput;

/// <summary>An operation that the account may call so often in a second.</summary>
internal sealed class RateLimitedOperation<TRequest, TResponse>(
    IOperation<TRequest, TResponse> operation,
    RequestRate rate,
    Func<TRequest, AwsException> refusal) : IOperation<TRequest, TResponse>
{
    public ValueTask<TResponse> InvokeAsync(
        TRequest request,
        RequestContext context,
        CancellationToken cancellationToken) =>
        rate.TryCall()
            ? operation.InvokeAsync(request, context, cancellationToken)
            : throw refusal(request);
}
