using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.Orchestration;

/// <summary>What every process runner needs.</summary>
internal sealed record ProcessRunnerServices(
    ResourceNotificationService Notifications,
    ResourceLoggerService Loggers,
    IDistributedApplicationEventing Eventing,
    ProcessComposer Composer,
    TimeProvider Clock,
    IServiceProvider Services);
