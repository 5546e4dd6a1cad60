using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Orchestration;

/// <summary>Checks the health of each resource while it runs, and says when it is ready.</summary>
internal sealed class HealthMonitor(
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    IDistributedApplicationEventing eventing,
    HealthCheckService healthChecks,
    TimeProvider clock,
    IServiceProvider services) : BackgroundService
{
    private static readonly TimeSpan HealthyInterval = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, (DateTime? StartedAt, CancellationTokenSource Ended)> _running = [];

    /// <summary>
    /// The time to the next check: 30 s after a healthy one, else as many seconds as checks have failed, at most 5.
    /// </summary>
    internal static TimeSpan IntervalAfter(int failures) =>
        failures == 0 ? HealthyInterval : TimeSpan.FromSeconds(Math.Min(5, failures));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WatchAsync(stoppingToken);
        }
        finally
        {
            foreach (var (_, ended) in _running.Values)
            {
                await EndAsync(ended);
            }
        }
    }

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            var runs = change.Snapshot.State?.Text == KnownResourceStates.Running;
            if (_running.TryGetValue(change.ResourceId, out var known)
                && (!runs || known.StartedAt != change.Snapshot.StartTimeStamp))
            {
                await EndAsync(known.Ended);
                _running.Remove(change.ResourceId);
            }

            if (runs && !_running.ContainsKey(change.ResourceId))
            {
                var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                _running[change.ResourceId] = (change.Snapshot.StartTimeStamp, ended);
                _ = MonitorAsync(change, ended.Token);
            }
        }
    }

    /// <summary>Ends the monitoring of a run. A cancelled token needs its source no longer.</summary>
    private static async Task EndAsync(CancellationTokenSource run)
    {
        await run.CancelAsync();
        run.Dispose();
    }

    private async Task MonitorAsync(ResourceEvent run, CancellationToken cancellationToken)
    {
        var keys = run.Resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => check.Key).ToHashSet();
        var failures = 0;
        var isReady = false;
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var isHealthy = keys.Count == 0 || await CheckAsync(run, keys, cancellationToken);
                failures = isHealthy ? 0 : failures + 1;
                if (isHealthy && !isReady)
                {
                    isReady = true;
                    await PublishReadyAsync(run, cancellationToken);
                }

                if (keys.Count == 0)
                {
                    return;
                }

                await Task.Delay(IntervalAfter(failures), clock, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over, or the application is.
        }
    }

    private async Task<bool> CheckAsync(ResourceEvent run, HashSet<string> keys, CancellationToken cancellationToken)
    {
        var report = await healthChecks.CheckHealthAsync(check => keys.Contains(check.Name), cancellationToken);
        var ranAt = clock.GetUtcNow().UtcDateTime;
        ImmutableArray<HealthReportSnapshot> reports =
        [
            .. report.Entries.Select(entry => new HealthReportSnapshot(
                entry.Key, entry.Value.Status, entry.Value.Description, entry.Value.Exception?.ToString()) { LastRunAt =
                    ranAt }),
        ];
        await PublishToRunAsync(run, snapshot => snapshot with { HealthReports = reports });
        return report.Status == HealthStatus.Healthy;
    }

    private async Task PublishReadyAsync(ResourceEvent run, CancellationToken cancellationToken)
    {
        var handlers = RunReadyHandlersAsync(run.Resource, cancellationToken);
        await PublishToRunAsync(run, snapshot => snapshot with { ReadyHandlers = handlers });
    }

    private async Task RunReadyHandlersAsync(IResource resource, CancellationToken cancellationToken)
    {
        try
        {
            await eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Those who wait for the resource get the exception as well: it is not ready.
            OrchestrationLog.HandlerFailed(loggers.GetLogger(resource), failure);
            throw;
        }
    }

    /// <summary>Publishes what was found out about a run, unless that run is over.</summary>
    private Task PublishToRunAsync(ResourceEvent run, Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        notifications.PublishUpdateAsync(run.Resource, run.ResourceId, snapshot =>
            snapshot.State?.Text == KnownResourceStates.Running
                && snapshot.StartTimeStamp == run.Snapshot.StartTimeStamp
                ? change(snapshot)
                : snapshot);
}
