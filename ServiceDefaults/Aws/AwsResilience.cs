using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>What stands between an AWS client and the network: a circuit breaker and a timeout, and no retry.</summary>
internal static class AwsResilience
{
    /// <summary>Failures are counted over this window.</summary>
    private static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(30);

    /// <summary>Fewer requests than this within the window never open the circuit.</summary>
    private const int MinimumThroughput = 20;

    /// <summary>Share of failures that opens the circuit: an outage, not a service that is merely struggling.</summary>
    private const double FailureRatio = 0.9;

    /// <summary>Configures the handlers under the AWS client <paramref name="name"/>.</summary>
    internal static void AddAwsHttpClient(this IServiceCollection services, string name)
    {
        var client = services.AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(CreateConnections)

            // The defaults for all HTTP clients retry, and would multiply the attempts of the SDK.
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear());

        client.AddHttpMessageHandler(() => new AttemptErrorHandler());
        client.AddResilienceHandler("aws", Configure);
        client.AddHttpMessageHandler(() => new AnswerBufferHandler());
    }

    private static SocketsHttpHandler CreateConnections() => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        EnableMultipleHttp2Connections = true,

        // The address behind an AWS name changes within minutes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };

    private static void Configure(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var options = context.ServiceProvider.GetRequiredService<IOptions<AwsClientOptions>>().Value;
        pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
        pipeline
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                SamplingDuration = SamplingDuration,
                MinimumThroughput = MinimumThroughput,
                FailureRatio = FailureRatio,
                BreakDuration = options.CircuitBreakDuration,
                ShouldHandle = args => ValueTask.FromResult(IsOutage(args.Outcome)),
            })
            .AddTimeout(new HttpTimeoutStrategyOptions
            {
                TimeoutGenerator = args => ValueTask.FromResult(
                    args.Context.GetRequestMessage() is { } request
                        ? AwsOperation.AttemptTimeoutOf(request, options)
                        : options.AttemptTimeout),
            });
    }

    /// <summary>
    /// Whether the service failed as such. Throttling (429, or 400 with Kinesis) is an answer of a working service,
    /// which asks to be called on.
    /// </summary>
    private static bool IsOutage(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };
}
