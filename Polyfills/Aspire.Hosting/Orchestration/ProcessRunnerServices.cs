using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Orchestration;

/// <summary>What every process runner needs.</summary>
internal sealed record ProcessRunnerServices(
    ResourceNotificationService Notifications,
    ResourceLoggerService Loggers,
    IDistributedApplicationEventing Eventing,
    ProcessComposer Composer,
    TimeProvider Clock,
    IHostApplicationLifetime Lifetime,
    IServiceProvider Services)
{
    /// <summary>Whether the application ends, which gives up every wait.</summary>
    public bool ApplicationStops => Lifetime.ApplicationStopping.IsCancellationRequested;
}
