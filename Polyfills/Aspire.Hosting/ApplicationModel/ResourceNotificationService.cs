using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Publishes what happens to resources, and waits for it.</summary>
/// <remarks>Thread-safe. No wait has a timeout of its own: pass a token, or use <c>WaitAsync</c>.</remarks>
public class ResourceNotificationService : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ResourceEvent> _current = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<ResourceEvent>> _watchers = [];
    private readonly ILogger<ResourceNotificationService> _logger;
    private readonly IServiceProvider _services;
    private readonly ResourceLoggerService _loggers;
    private readonly CancellationTokenSource _disposing = new();
    private readonly CancellationToken _stopping;

    /// <summary>Made by the application's container.</summary>
    public ResourceNotificationService(
        ILogger<ResourceNotificationService> logger,
        IHostApplicationLifetime hostApplicationLifetime,
        IServiceProvider serviceProvider,
        ResourceLoggerService resourceLoggerService)
    {
        ArgumentNullException.ThrowIfNull(hostApplicationLifetime);
        _logger = logger;
        _services = serviceProvider;
        _loggers = resourceLoggerService;
        _stopping = hostApplicationLifetime.ApplicationStopping;
    }

    private WaitBehavior DefaultWaitBehavior =>
        _services.GetRequiredService<IOptions<ResourceNotificationServiceOptions>>().Value.DefaultWaitBehavior;

    /// <summary>Publishes a change of a resource; a snapshot equal to the last is not repeated.</summary>
    public Task PublishUpdateAsync(
        IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory) =>
        PublishUpdateAsync(resource, IdOf(resource), stateFactory);

    /// <summary>Publishes a change of one instance of a resource.</summary>
    public Task PublishUpdateAsync(
        IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(stateFactory);
        lock (_gate)
        {
            var previous = _current.TryGetValue(resourceId, out var last) ? last.Snapshot : FirstSnapshot.Of(resource);
            var next = CommandSnapshots.Refresh(resource, stateFactory(previous), _services);
            if (last is not null && next == previous)
            {
                return Task.CompletedTask;
            }

            var published = new ResourceEvent(resource, resourceId, next);
            _current[resourceId] = published;
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(published);
            }

            if (next.State?.Text is { } state && state != previous.State?.Text)
            {
                OrchestrationLog.StateChanged(_logger, resourceId, state);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The last snapshot of every resource, then every change as it comes.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Unbounded: publishing must not wait for whoever watches, and changes are few.
        var channel = Channel.CreateUnbounded<ResourceEvent>();
        lock (_gate)
        {
            foreach (var current in _current.Values)
            {
                channel.Writer.TryWrite(current);
            }

            _watchers.Add(channel);
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposing.Token);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(ended.Token))
            {
                yield return change;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(channel);
            }
        }
    }

    /// <summary>The last snapshot of an instance.</summary>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (_gate)
        {
            return _current.TryGetValue(resourceId, out resourceEvent);
        }
    }

    /// <summary>Waits for a state, Running when none is named.</summary>
    public Task WaitForResourceAsync(
        string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    /// <summary>Waits for one of several states.</summary>
    /// <returns>The state it reached.</returns>
    public async Task<string> WaitForResourceAsync(
        string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var wanted = targetStates.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reached = await WaitForResourceAsync(
            resourceName, change =>
                change.Snapshot.State is { } state && wanted.Contains(state.Text), cancellationToken);
        return reached.Snapshot.State!.Text;
    }

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="resourceName">The name in the model, in any case.</param>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    /// <returns>The change that fulfilled it.</returns>
    /// <exception cref="OperationCanceledException">The wait was given up, or the application stops.</exception>
    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping);
        await foreach (var change in WatchAsync(ended.Token))
        {
            if (string.Equals(change.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase)
                && predicate(change))
            {
                return change;
            }
        }

        throw new OperationCanceledException(
            $"The operation was cancelled before resource '{resourceName}' met the condition.");
    }

    /// <summary>Waits until a resource is healthy and its ready handlers have finished.</summary>
    public Task<ResourceEvent> WaitForResourceHealthyAsync(
        string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, DefaultWaitBehavior, cancellationToken);

    /// <summary>Waits until a resource is healthy and its ready handlers have finished.</summary>
    /// <exception cref="DistributedApplicationException">It became unavailable, and the behaviour says not to wait
    /// on.</exception>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(
        string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        var healthy = await WaitForResourceAsync(
            resourceName, change =>
                WaitConditions.IsReady(change) || WaitConditions.MustStop(change, waitBehavior), cancellationToken);
        if (!WaitConditions.IsReady(healthy))
        {
            throw new DistributedApplicationException(
                $"Stopped waiting for resource '{resourceName}' to become healthy because it failed to start.");
        }

        await healthy.Snapshot.ReadyHandlers!.WaitAsync(cancellationToken);
        return healthy;
    }

    /// <summary>Waits for everything a resource's <c>WaitFor</c> calls name.</summary>
    /// <exception cref="DistributedApplicationException">One became unavailable, and the behaviour says not to wait
    /// on.</exception>
    public async Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        if (!resource.TryGetAnnotationsOfType<WaitAnnotation>(out var waits))
        {
            return;
        }

        await PublishUpdateAsync(resource, snapshot => snapshot with { State = KnownResourceStates.Waiting });
        var dependencies = new WaitConditions(this, _loggers.GetLogger(resource), DefaultWaitBehavior);
        await Task.WhenAll(waits.Select(wait => dependencies.WaitAsync(wait, cancellationToken)));
    }

    /// <summary>Ends every watch.</summary>
    public void Dispose()
    {
        _disposing.Cancel();
        _disposing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The id of a resource's one instance; its name when it has no process.</summary>
    internal static string IdOf(IResource resource) =>
        resource.TryGetLastAnnotation<ResourceInstanceAnnotation>(out var instance)
            ? instance.ResourceId
            : resource.Name;
}
