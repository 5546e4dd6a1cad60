using Polly.CircuitBreaker;
using Polly.Timeout;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Says in terms the AWS SDK knows what the resilience pipeline below has decided.</summary>
/// <remarks>
/// An attempt that ran out of time is an <see cref="IOException"/>, which the SDK retries within its few attempts.
/// An open circuit stays a <see cref="BrokenCircuitException"/>, which it does not retry: there is nothing to win.
/// </remarks>
internal sealed class AttemptErrorHandler : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new IOException(
                $"{request.RequestUri?.Host} did not answer {AwsOperation.NameOf(request) ?? request.Method.Method} "
                + $"within {exception.Timeout.TotalSeconds:0.###} s.",
                exception);
        }
    }
}
