using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Decides when the wait for a resource is over, and how it ended.</summary>
internal sealed class WaitConditions(
    ResourceNotificationService notifications, ILogger logger, WaitBehavior defaultBehavior)
{
    public static bool IsReady(ResourceEvent change) =>
        change.Snapshot is { HealthStatus: HealthStatus.Healthy, ReadyHandlers: not null };

    public static bool MustStop(ResourceEvent change, WaitBehavior behavior) =>
        behavior == WaitBehavior.StopOnResourceUnavailable && IsUnavailable(change.Snapshot.State?.Text);

    public async Task WaitAsync(WaitAnnotation wait, CancellationToken cancellationToken)
    {
        var name = wait.Resource.Name;
        switch (wait.WaitType)
        {
            case WaitType.WaitUntilHealthy:
                OrchestrationLog.WaitingForHealthy(logger, name);
                var behavior = wait.WaitBehavior ?? defaultBehavior;
                await notifications.WaitForResourceHealthyAsync(name, behavior, cancellationToken);
                break;
            case WaitType.WaitUntilStarted:
                OrchestrationLog.WaitingForState(logger, name, KnownResourceStates.Running);
                await WaitForStartAsync(wait, cancellationToken);
                break;
            case WaitType.WaitForCompletion:
                OrchestrationLog.WaitingForCompletion(logger, name);
                await WaitForCompletionAsync(wait, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"The wait type '{wait.WaitType}' is not supported.");
        }

        OrchestrationLog.FinishedWaiting(logger, name);
    }

    private static bool IsUnavailable(string? state) =>
        state == KnownResourceStates.RuntimeUnhealthy || KnownResourceStates.TerminalStates.Contains(state);

    private async Task WaitForStartAsync(WaitAnnotation wait, CancellationToken cancellationToken)
    {
        var behavior = wait.WaitBehavior ?? defaultBehavior;
        var reached = await notifications.WaitForResourceAsync(
            wait.Resource.Name,
            change => change.Snapshot.State?.Text == KnownResourceStates.Running || MustStop(change, behavior),
            cancellationToken);
        if (reached.Snapshot.State?.Text != KnownResourceStates.Running)
        {
            throw new DistributedApplicationException($"Dependency resource '{wait.Resource.Name}' failed to start.");
        }
    }

    private async Task WaitForCompletionAsync(WaitAnnotation wait, CancellationToken cancellationToken)
    {
        var ended = await notifications.WaitForResourceAsync(
            wait.Resource.Name, change =>
                KnownResourceStates.TerminalStates.Contains(change.Snapshot.State?.Text), cancellationToken);
        if (ended.Snapshot.State?.Text == KnownResourceStates.FailedToStart)
        {
            throw new DistributedApplicationException($"Dependency resource '{wait.Resource.Name}' failed to start.");
        }

        if (ended.Snapshot.ExitCode is { } exitCode && exitCode != wait.ExitCode)
        {
            throw new DistributedApplicationException(
                $"Resource '{wait.Resource.Name}' has entered the '{ended.Snapshot.State?.Text}' state " +
                $"with exit code '{exitCode}', expected '{wait.ExitCode}'.");
        }
    }
}
