using System.Collections.Frozen;
using System.Data.Common;
using System.Net.Sockets;
using Amazon.Runtime;

namespace TelemetryAspire.FunctionHost;

/// <summary>
/// The table of exceptions that tell of an outage; an exception counts when it or one of its causes is in it.
/// </summary>
public sealed class OutageClassifier : IOutageClassifier
{
    // https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html, and what the services here add. They
    // come with status 400, so the status alone does not tell.
    private static readonly FrozenSet<string> ErrorCodes = new[]
    {
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "RequestThrottled",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "BandwidthLimitExceeded", "SlowDown",
        "RequestLimitExceeded", "LimitExceededException", "PriorRequestNotComplete", "TransactionInProgressException",
        "RequestTimeout", "RequestTimeoutException", "RequestTimeTooSkewed", "ServiceUnavailable",
        "ServiceUnavailableException", "InternalFailure", "InternalServerException", "InternalError",
        // Who calls and where to: nothing a record could have caused.
        "AccessDenied", "AccessDeniedException", "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId",
        "UnrecognizedClientException", "InvalidSignatureException", "SignatureDoesNotMatch", "NoSuchBucket",
        "ResourceNotFoundException", "InvalidEndpointException",
    }.ToFrozenSet(StringComparer.Ordinal);

    // By name, because the host does not depend on the resilience library a service may have put under its clients.
    private static readonly FrozenSet<string> TypeNames = new[]
    {
        "Polly.CircuitBreaker.BrokenCircuitException",
        "Polly.Timeout.TimeoutRejectedException",
        "Polly.RateLimiting.RateLimiterRejectedException",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool IsOutage(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is AggregateException { InnerExceptions.Count: > 0 } aggregate
            ? aggregate.InnerExceptions.All(IsOutage)
            : IsOutageItself(exception) || (exception.InnerException is { } inner && IsOutage(inner));
    }

    private static bool IsOutageItself(Exception exception) => exception switch
    {
        AmazonServiceException service => IsOutageReply(service),
        // The client never got a reply: no credentials, no endpoint, no connection.
        AmazonClientException => true,
        HttpRequestException or HttpIOException or SocketException or TimeoutException => true,
        // The host does not ask while it stops, so this is a client's timeout.
        OperationCanceledException => true,
        DbException { IsTransient: true } => true,
        _ => HasOutageType(exception.GetType()),
    };

    private static bool IsOutageReply(AmazonServiceException exception) =>
        (int)exception.StatusCode is 0 or >= 500 or 401 or 403 or 408 or 429
        || ErrorCodes.Contains(exception.ErrorCode ?? "");

    private static bool HasOutageType(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (TypeNames.Contains(type.FullName ?? ""))
            {
                return true;
            }
        }

        return false;
    }
}
