using System.Collections.Immutable;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>One run of a resource's process, from its waits to its end.</summary>
internal sealed class ProcessRun(IResource resource, ProcessRunnerServices services, ILogger logger) : IDisposable
{
    /// <summary>How long a process may take to end after it was asked to.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    private readonly TaskCompletionSource<bool> _launched = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _skipWaits = new();
    private readonly ResourceLog _output = services.Loggers.LogOf(resource.Name);
    private IChildProcess? _process;

    /// <summary>Completes when the process runs, with true, or when it is clear that it will not, with false.</summary>
    public Task<bool> Launched => _launched.Task;

    /// <summary>Whether the process is gone, published or not.</summary>
    public bool HasExited => _process is { Exit.IsCompleted: true };

    /// <summary>
    /// Completes when the end was published: another run may begin, though handlers may still be busy with this end.
    /// </summary>
    public Task Over => _over.Task;

    /// <summary>Completes when everything about the run was published, and all handlers of its end have run.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    private DateTime Now => services.Clock.GetUtcNow().UtcDateTime;

    public void Begin() => Ended = Task.Run(async () =>
    {
        try
        {
            await RunAsync();
        }
        finally
        {
            _over.TrySetResult();
        }
    });

    public void SkipWaits() => _skipWaits.Cancel();

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _launched.Task;
        if (_process is { Exit.IsCompleted: false } process)
        {
            await PublishAsync(snapshot => snapshot with { State = KnownResourceStates.Stopping });
            process.RequestStop();
            try
            {
                await process.Exit.WaitAsync(StopTimeout, services.Clock);
            }
            catch (TimeoutException)
            {
                OrchestrationLog.KilledAfterTimeout(logger, StopTimeout.TotalSeconds);
                process.Kill();
            }
        }

        await Ended;
    }

    public void Dispose()
    {
        _stop.Dispose();
        _skipWaits.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await PublishAsync(Starting);
            await WaitAsync();
            await PublishAsync(Starting);
            await LaunchAsync();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested || services.ApplicationStops)
        {
            await PublishAsync(snapshot => snapshot with { State = KnownResourceStates.NotStarted });
        }
        catch (Exception failure)
        {
            // Handlers and value providers are code of the AppHost's author: whatever they throw fails this resource
            // only.
            await FailAsync(failure);
        }

        _launched.TrySetResult(_process is not null);
        if (_process is not null)
        {
            await PublishEndAsync(await _process.Exit);
        }
    }

    private async Task WaitAsync()
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, _skipWaits.Token);
        try
        {
            await services.Eventing.PublishAsync(
                new BeforeResourceStartedEvent(resource, services.Services), ended.Token);
        }
        catch (OperationCanceledException) when (_skipWaits.IsCancellationRequested && !_stop.IsCancellationRequested)
        {
            // Somebody gave the start command: the resource starts without what it waited for.
        }
    }

    private async Task LaunchAsync()
    {
        var plan = await services.Composer.ComposeAsync(resource, logger, _stop.Token);
        _stop.Token.ThrowIfCancellationRequested();
        var process = ChildProcess.Start(new ChildProcessStart(
            plan.FileName, plan.Arguments, plan.WorkingDirectory, plan.Environment, _output.Write));
        _process = process;
        var pid = new ResourcePropertySnapshot(
            KnownProperties.ExecutablePid, process.Id.ToString(CultureInfo.InvariantCulture));
        var urls = await ResourceUrls.OfAsync(resource, logger, services.Services, _stop.Token);
        await PublishAsync(snapshot => snapshot with
        {
            State = new ResourceStateSnapshot(KnownResourceStates.Running, KnownResourceStateStyles.Success),
            StartTimeStamp = Now,
            Properties = Merge(snapshot.Properties, [.. plan.Properties, pid]),
            EnvironmentVariables = plan.Variables,
            Urls = urls,
        });
    }

    private async Task PublishEndAsync(int exitCode)
    {
        await PublishAsync(snapshot => snapshot with
        {
            State = new ResourceStateSnapshot(
                KnownResourceStates.Finished, exitCode == 0
                    ? KnownResourceStateStyles.Info
                    : KnownResourceStateStyles.Error),
            ExitCode = exitCode,
            StopTimeStamp = Now,
            Urls = [.. snapshot.Urls.Select(url => url with { IsInactive = true })],
        });
        _over.TrySetResult();
        var id = ResourceNotificationService.IdOf(resource);
        if (services.Notifications.TryGetCurrentState(id, out var last))
        {
            await RunHandlersAsync(new ResourceStoppedEvent(resource, services.Services, last));
        }
    }

    private async Task RunHandlersAsync(ResourceStoppedEvent stopped)
    {
        try
        {
            await services.Eventing.PublishAsync(stopped);
        }
        catch (Exception failure)
        {
            // The process has ended whatever a handler thinks of it.
            OrchestrationLog.HandlerFailed(logger, failure);
        }
    }

    private Task FailAsync(Exception failure)
    {
        if (failure is DistributedApplicationException)
        {
            OrchestrationLog.FailedToStart(logger, failure.Message);
        }
        else
        {
            OrchestrationLog.FailedToStartUnexpectedly(logger, failure);
        }

        return PublishAsync(snapshot => snapshot with
        {
            State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
            StopTimeStamp = Now,
        });
    }

    private CustomResourceSnapshot Starting(CustomResourceSnapshot snapshot) => snapshot with
    {
        State = new ResourceStateSnapshot(KnownResourceStates.Starting, KnownResourceStateStyles.Info),
        StartTimeStamp = null,
        StopTimeStamp = null,
        ExitCode = null,
        ReadyHandlers = null,
        HealthReports = FirstSnapshot.HealthReportsOf(resource),
        Properties = [.. snapshot.Properties.Where(property => property.Name != KnownProperties.ExecutablePid)],
    };

    private Task PublishAsync(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        services.Notifications.PublishUpdateAsync(resource, change);

    private static ImmutableArray<ResourcePropertySnapshot> Merge(
        ImmutableArray<ResourcePropertySnapshot> earlier, ImmutableArray<ResourcePropertySnapshot> later) =>
        [.. earlier.Where(one => later.All(other => other.Name != one.Name)), .. later];
}
