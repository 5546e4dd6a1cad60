using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Tells the user what the AppHost does.</summary>
internal sealed class LifecycleLog(
    ILogger<DistributedApplication> logger, IConfiguration configuration) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var version = typeof(LifecycleLog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        OrchestrationLog.Version(logger, version?.InformationalVersion);
        OrchestrationLog.ApplicationStarting(logger);
        OrchestrationLog.AppHostDirectory(logger, configuration["AppHost:Directory"]);
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        OrchestrationLog.ApplicationStarted(logger);
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        OrchestrationLog.ApplicationStopped(logger);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
