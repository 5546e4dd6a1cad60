namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>One AWS API operation, independent of the wire protocol that carries it.</summary>
/// <remarks>
/// Called concurrently. A request or response that is <see cref="IDisposable"/> is disposed once the response is
/// written, so both may use pooled memory. An error that AWS defines is thrown as <see cref="AwsException"/>.
/// </remarks>
internal interface IOperation<in TRequest, TResponse>
{
    ValueTask<TResponse> InvokeAsync(TRequest request, RequestContext context, CancellationToken cancellationToken);
}
