using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.Lifecycle;

/// <summary>Subscribes to events before the first of them is published.</summary>
public interface IDistributedApplicationEventingSubscriber
{
    /// <summary>Called once, before <see cref="ApplicationModel.BeforeStartEvent"/>.</summary>
    Task SubscribeAsync(
        IDistributedApplicationEventing eventing,
        DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken);
}
