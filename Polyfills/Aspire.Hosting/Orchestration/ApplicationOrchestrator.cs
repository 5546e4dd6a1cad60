using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// Brings every resource to life when the AppHost starts, and stops the processes in reverse order when it ends.
/// </summary>
internal sealed class ApplicationOrchestrator(
    DistributedApplicationModel model,
    ProcessRunnerServices services,
    EndpointAllocator endpoints,
    IOptions<HealthCheckServiceOptions> healthChecks) : IHostedService, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<ProcessRunner> _runners = [];
    private Task _started = Task.CompletedTask;
    private bool _disposed;

    private ResourceNotificationService Notifications => services.Notifications;

    private IDistributedApplicationEventing Eventing => services.Eventing;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        ModelRules.Check(model, healthChecks.Value);
        Eventing.Subscribe<BeforeResourceStartedEvent>(
            (starting, token) => Notifications.WaitForDependenciesAsync(starting.Resource, token));
        foreach (var resource in model.Resources)
        {
            Prepare(resource);
        }

        _started = StartAllAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        foreach (var wave in StopOrder.Of(_runners))
        {
            await Task.WhenAll(wave.Select(runner => runner.StopAsync()));
        }

        await _started;
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await StopAsync(CancellationToken.None);
        _runners.ForEach(runner => runner.Dispose());
        _stopping.Dispose();
    }

    private void Prepare(IResource resource)
    {
        endpoints.Allocate(resource);
        if (resource is ProjectResource or ExecutableResource)
        {
            var suffix = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 8);
            resource.Annotations.Add(new ResourceInstanceAnnotation($"{resource.Name}-{suffix}", suffix));
            var runner = new ProcessRunner(resource, services);
            LifecycleCommands.Add(resource, runner);
            _runners.Add(runner);
        }
    }

    private async Task StartAllAsync()
    {
        await Task.WhenAll(model.Resources.Select(resource => Task.Run(() => StartSafelyAsync(resource))));
        if (!_stopping.IsCancellationRequested)
        {
            await Eventing.PublishAsync(new AfterResourcesCreatedEvent(services.Services, model), _stopping.Token);
        }
    }

    private async Task StartSafelyAsync(IResource resource)
    {
        var logger = services.Loggers.GetLogger(resource);
        try
        {
            await StartAsync(resource);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested || services.ApplicationStops)
        {
            // The application ends while the resource was on its way.
        }
        catch (Exception failure)
        {
            // Event handlers are code of the AppHost's author: whatever they throw fails this resource only.
            if (failure is DistributedApplicationException)
            {
                OrchestrationLog.FailedToStart(logger, failure.Message);
            }
            else
            {
                OrchestrationLog.FailedToStartUnexpectedly(logger, failure);
            }

            await Notifications.PublishUpdateAsync(resource, snapshot => snapshot with
            {
                State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
            });
        }
    }

    private async Task StartAsync(IResource resource)
    {
        var createdAt = services.Clock.GetUtcNow().UtcDateTime;
        await Notifications.PublishUpdateAsync(
            resource, snapshot => snapshot with { CreationTimeStamp = snapshot.CreationTimeStamp ?? createdAt });
        await Eventing.PublishAsync(
            new InitializeResourceEvent(
                resource, Eventing, services.Loggers, Notifications, services.Services), _stopping.Token);
        if (resource is IResourceWithEndpoints)
        {
            await Eventing.PublishAsync(
                new ResourceEndpointsAllocatedEvent(resource, services.Services), _stopping.Token);
        }

        if (resource is ParameterResource or IResourceWithConnectionString)
        {
            await ValueResources.PublishAsync(resource, services, _stopping.Token);
        }

        if (_runners.Find(one => ReferenceEquals(one.Resource, resource)) is { } runner)
        {
            await StartProcessAsync(runner);
        }
    }

    private async Task StartProcessAsync(ProcessRunner runner)
    {
        if (runner.Resource.HasAnnotationOfType<ExplicitStartupAnnotation>())
        {
            await Notifications.PublishUpdateAsync(
                runner.Resource, snapshot => snapshot with { State = KnownResourceStates.NotStarted });
        }
        else
        {
            await runner.StartAsync(skipWaits: false, _stopping.Token);
        }
    }
}
