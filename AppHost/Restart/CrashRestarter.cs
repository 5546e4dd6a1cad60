using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TelemetryAspire.AppHost.Restart;

/// <summary>Starts marked resources again when they end by themselves.</summary>
/// <remarks>
/// Built on what any AppHost has: states and commands. A stop that somebody asked for passes through Stopping on its
/// way to Finished; a crash does not.
/// </remarks>
internal sealed partial class CrashRestarter(
    ResourceNotificationService notifications,
    ResourceCommandService commands,
    ResourceLoggerService loggers,
    TimeProvider clock) : BackgroundService
{
    private readonly Dictionary<string, RestartBackoff> _backoffs = [];
    private readonly HashSet<string> _asked = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            if (change.Resource.HasAnnotationOfType<RestartAnnotation>())
            {
                Take(change, stoppingToken);
            }
        }
    }

    private void Take(ResourceEvent change, CancellationToken stoppingToken)
    {
        var state = change.Snapshot.State?.Text;
        if (state == KnownResourceStates.Stopping)
        {
            _asked.Add(change.ResourceId);
        }
        else if (state == KnownResourceStates.Starting)
        {
            _asked.Remove(change.ResourceId);
        }
        else if (IsEnd(state) && _asked.Add(change.ResourceId))
        {
            // The id stays marked until the next start, so that a later update of the same end is not taken for
            // another.
            _ = RestartAsync(change, stoppingToken);
        }
    }

    private static bool IsEnd(string? state) =>
        state == KnownResourceStates.Finished || state == KnownResourceStates.Exited;

    private async Task RestartAsync(ResourceEvent crash, CancellationToken stoppingToken)
    {
        var logger = loggers.GetLogger(crash.Resource);
        var wait = WaitAfter(crash);
        LogCrashed(logger, crash.Snapshot.ExitCode, wait.TotalSeconds);
        try
        {
            await Task.Delay(wait, clock, stoppingToken);
            if (IsStillDown(crash))
            {
                var started = await commands.ExecuteCommandAsync(
                    crash.Resource, KnownResourceCommands.StartCommand, stoppingToken);
                if (!started.Success)
                {
                    LogNotRestarted(logger, started.Message);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application ends; nothing is started any more.
        }
    }

    private TimeSpan WaitAfter(ResourceEvent crash)
    {
        if (!_backoffs.TryGetValue(crash.ResourceId, out var backoff))
        {
            _backoffs[crash.ResourceId] = backoff = new RestartBackoff();
        }

        var ranFor = crash.Snapshot.StopTimeStamp - crash.Snapshot.StartTimeStamp;
        return backoff.After(ranFor ?? TimeSpan.Zero);
    }

    /// <summary>Whether nobody else has started it since.</summary>
    private bool IsStillDown(ResourceEvent crash) =>
        notifications.TryGetCurrentState(crash.ResourceId, out var now)
        && now.Snapshot.State?.Text == crash.Snapshot.State?.Text
        && now.Snapshot.StopTimeStamp == crash.Snapshot.StopTimeStamp;

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "Ended by itself with exit code {ExitCode}; starts again in {Seconds} s.")]
    private static partial void LogCrashed(ILogger logger, int? exitCode, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not be started again: {Message}")]
    private static partial void LogNotRestarted(ILogger logger, string? message);
}
