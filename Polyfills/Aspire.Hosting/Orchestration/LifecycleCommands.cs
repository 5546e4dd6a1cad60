using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Adds start, stop and restart to a resource with a process.</summary>
internal static class LifecycleCommands
{
    public static void Add(IResource resource, ProcessRunner runner)
    {
        resource.Annotations.Add(Command(KnownResourceCommands.StartCommand, "Start", IsStopped, async token =>
            Result(resource, await runner.StartAsync(skipWaits: true, token))));
        resource.Annotations.Add(Command(KnownResourceCommands.StopCommand, "Stop", IsGoing, async _ =>
        {
            await runner.StopAsync();
            return CommandResults.Success();
        }));
        resource.Annotations.Add(Command(KnownResourceCommands.RestartCommand, "Restart", IsRunning, async token =>
        {
            await runner.StopAsync();
            return Result(resource, await runner.StartAsync(skipWaits: false, token));
        }));
    }

    private static ExecuteCommandResult Result(IResource resource, bool launched) => launched
        ? CommandResults.Success()
        : CommandResults.Failure($"Resource '{resource.Name}' did not start; its log says why.");

    private static ResourceCommandAnnotation Command(
        string name,
        string displayName,
        Func<string?, bool> isEnabled,
        Func<CancellationToken, Task<ExecuteCommandResult>> execute) => new(
            name,
            displayName,
            context => isEnabled(context.ResourceSnapshot.State?.Text)
                ? ResourceCommandState.Enabled
                : ResourceCommandState.Hidden,
            context => execute(context.CancellationToken),
            displayDescription: null,
            parameter: null,
            confirmationMessage: null,
            iconName: null,
            iconVariant: null,
            isHighlighted: true);

    private static bool IsStopped(string? state) =>
        state is null || state == KnownResourceStates.NotStarted || state == KnownResourceStates.Waiting
        || KnownResourceStates.TerminalStates.Contains(state);

    private static bool IsRunning(string? state) => state == KnownResourceStates.Running;

    private static bool IsGoing(string? state) => IsRunning(state) || state == KnownResourceStates.Waiting;
}
