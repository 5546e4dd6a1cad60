using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Registers what an AppHost is made of.</summary>
internal static class AppHostServices
{
    /// <summary>More than two waves of resources take to stop when each uses all its time.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan HealthCheckTimeout = TimeSpan.FromSeconds(5);

    public static void Add(DistributedApplicationBuilder builder, DistributedApplicationOptions options)
    {
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton<IDistributedApplicationBuilder>(builder);
        services.AddSingleton(builder.ExecutionContext);
        services.AddSingleton(builder.Eventing);
        services.AddSingleton(_ => new DistributedApplicationModel(builder.Resources));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ResourceLoggerService>();
        services.AddSingleton<ResourceNotificationService>();
        services.AddSingleton(provider => new ResourceCommandService(
            provider.GetRequiredService<ResourceNotificationService>(),
            provider.GetRequiredService<ResourceLoggerService>(),
            provider.GetRequiredService<DistributedApplicationModel>(),
            provider));
        services.Configure<ResourceNotificationServiceOptions>(
            wait => wait.DefaultWaitBehavior = options.DisableDashboard
            ? WaitBehavior.StopOnResourceUnavailable
            : WaitBehavior.WaitOnResourceUnavailable);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        services.AddHealthChecks();
        services.AddHttpClient(HttpEndpointHealthCheck.ClientName, client => client.Timeout = HealthCheckTimeout);

        services.AddSingleton<EndpointAllocator>();
        services.AddSingleton<ProcessComposer>();
        services.AddSingleton<ProcessRunnerServices>();
        services.AddHostedService<LifecycleLog>();
        services.AddHostedService<ResourceOutput>();
        services.AddHostedService<HealthMonitor>();
        services.AddSingleton<ApplicationOrchestrator>();
        services.AddHostedService(provider => provider.GetRequiredService<ApplicationOrchestrator>());
        QuietLogs(builder.Logging);
    }

    /// <summary>
    /// The host's own messages repeat ours, and every health check of a starting resource fails at first.
    /// </summary>
    private static void QuietLogs(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService", LogLevel.None)
        .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
}
