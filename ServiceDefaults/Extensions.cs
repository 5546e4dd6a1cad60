using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>
/// What every service of the system has in common: telemetry, health, service discovery, HTTP resilience.
/// </summary>
/// <remarks>Each service calls <see cref="AddServiceDefaults{TBuilder}"/> once, before it adds its own parts.</remarks>
public static class Extensions
{
    /// <summary>Prefix shared by the names of all our meters and activity sources.</summary>
    private const string OwnTelemetry = "TelemetryAspire.*";

    /// <summary>
    /// Setting that turns on export of logs, metrics and traces; the AppHost sets it to its dashboard.
    /// </summary>
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds the defaults that every service shares.</summary>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// A worker (any builder but <see cref="WebApplicationBuilder"/>) also gets a small web server for
    /// <c>/health</c> and <c>/alive</c> on <c>ASPNETCORE_URLS</c>, and none when that is not set.
    /// </remarks>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddReadableConsole();
        builder.ConfigureOpenTelemetry();
        builder.AddDefaultHealthChecks();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler();
            http.AddServiceDiscovery();
        });

        return builder;
    }

    /// <summary>Collects logs, metrics and traces, and exports them by OTLP when an endpoint is configured.</summary>
    /// <returns>The same builder.</returns>
    public static TBuilder ConfigureOpenTelemetry<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });

        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(OwnTelemetry))
            .WithTracing(tracing => tracing
                .AddSource(builder.Environment.ApplicationName)
                .AddSource(OwnTelemetry)
                .AddAspNetCoreInstrumentation(web =>
                    web.Filter = context => !HealthEndpoints.Serve(context.Request.Path))
                .AddHttpClientInstrumentation());

        if (!string.IsNullOrWhiteSpace(builder.Configuration[OtlpEndpoint]))
        {
            telemetry.UseOtlpExporter();
        }

        return builder;
    }

    /// <summary>Adds the check <c>self</c>, tagged <c>live</c>, and the endpoints of a worker.</summary>
    /// <returns>The same builder.</returns>
    public static TBuilder AddDefaultHealthChecks<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddHealthChecks()
            .AddCheck("self", () => HealthCheckResult.Healthy(), [HealthEndpoints.LiveTag]);

        var urls = builder.Configuration[HealthServer.UrlsSetting];
        if (builder is not WebApplicationBuilder && !string.IsNullOrWhiteSpace(urls))
        {
            builder.Services.AddHostedService(
                services => ActivatorUtilities.CreateInstance<HealthServer>(services, urls));
        }

        return builder;
    }

    /// <summary>Serves <c>/health</c> (every check) and <c>/alive</c> (the checks tagged <c>live</c>).</summary>
    /// <returns>The same application.</returns>
    /// <remarks>
    /// Unlike the Aspire template, in every environment: whoever restarts a service needs the answer in production
    /// too. The bodies name checks and reasons, never settings or data; publish them only to the operator's network.
    /// </remarks>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        HealthEndpoints.Map(app, app.Services.GetRequiredService<HealthCheckService>());
        return app;
    }
}
