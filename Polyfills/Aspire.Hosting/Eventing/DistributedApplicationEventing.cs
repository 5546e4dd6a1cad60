using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Eventing;

/// <summary>Keeps the subscriptions and runs them. Thread-safe.</summary>
public class DistributedApplicationEventing : IDistributedApplicationEventing
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, List<DistributedApplicationEventSubscription>> _byType = [];

    /// <inheritdoc/>
    public DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Add<T>(new DistributedApplicationEventSubscription((@event, token) => callback((T)@event, token)));
    }

    /// <inheritdoc/>
    public DistributedApplicationEventSubscription Subscribe<T>(
        IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(callback);
        return Add<T>(new DistributedApplicationResourceEventSubscription(
            resource, (@event, token) => callback((T)@event, token)));
    }

    /// <inheritdoc/>
    public void Unsubscribe(DistributedApplicationEventSubscription subscription)
    {
        lock (_gate)
        {
            foreach (var subscriptions in _byType.Values)
            {
                subscriptions.Remove(subscription);
            }
        }
    }

    /// <inheritdoc/>
    public Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent =>
        PublishAsync(@event, EventDispatchBehavior.BlockingSequential, cancellationToken);

    /// <inheritdoc/>
    public async Task PublishAsync<T>(
        T @event, EventDispatchBehavior dispatchBehavior, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent
    {
        ArgumentNullException.ThrowIfNull(@event);
        var callbacks = CallbacksFor(@event);
        switch (dispatchBehavior)
        {
            case EventDispatchBehavior.BlockingSequential:
                await RunInOrderAsync(callbacks, @event, cancellationToken);
                break;
            case EventDispatchBehavior.BlockingConcurrent:
                await Task.WhenAll(callbacks.Select(one => one.Callback(@event, cancellationToken)));
                break;
            case EventDispatchBehavior.NonBlockingSequential:
                _ = Task.Run(() => RunInOrderAsync(callbacks, @event, cancellationToken), cancellationToken);
                break;
            case EventDispatchBehavior.NonBlockingConcurrent:
                foreach (var one in callbacks)
                {
                    _ = Task.Run(() => one.Callback(@event, cancellationToken), cancellationToken);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(dispatchBehavior), dispatchBehavior, null);
        }
    }

    private static async Task RunInOrderAsync(
        DistributedApplicationEventSubscription[] callbacks,
        IDistributedApplicationEvent @event,
        CancellationToken cancellationToken)
    {
        foreach (var one in callbacks)
        {
            await one.Callback(@event, cancellationToken);
        }
    }

    private DistributedApplicationEventSubscription Add<T>(DistributedApplicationEventSubscription subscription)
    {
        if (typeof(T).IsAbstract || typeof(T).IsInterface)
        {
            // Events are matched by their exact type, so such a callback could never run.
            throw new InvalidOperationException(
                $"Cannot subscribe to the abstract event type '{typeof(T).Name}'; subscribe to a concrete event.");
        }

        lock (_gate)
        {
            if (!_byType.TryGetValue(typeof(T), out var subscriptions))
            {
                _byType[typeof(T)] = subscriptions = [];
            }

            subscriptions.Add(subscription);
        }

        return subscription;
    }

    private DistributedApplicationEventSubscription[] CallbacksFor(IDistributedApplicationEvent @event)
    {
        lock (_gate)
        {
            return _byType.TryGetValue(@event.GetType(), out var subscriptions)
                ? [.. subscriptions.Where(one => Concerns(one, @event))]
                : [];
        }
    }

    private static bool Concerns(
        DistributedApplicationEventSubscription subscription, IDistributedApplicationEvent @event) =>
        subscription is not DistributedApplicationResourceEventSubscription { Resource: { } resource }
        || (@event is IDistributedApplicationResourceEvent about && ReferenceEquals(about.Resource, resource));
}
