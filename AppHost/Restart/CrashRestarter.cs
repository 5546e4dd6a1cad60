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
    /// <summary>
    /// How the processes end when only another setting can help: EX_CONFIG of sysexits.h. They are not restarted.
    /// </summary>
    internal const int ConfigurationExitCode = 78;

    private readonly Dictionary<string, RestartBackoff> _backoffs = [];
    private readonly HashSet<string> _ran = [];
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
        else if (state == KnownResourceStates.Running)
        {
            _ran.Add(change.ResourceId);
        }
        else if (IsCrash(change) && _asked.Add(change.ResourceId))
        {
            // The id stays marked until the next start, so that a later update of the same end is not taken for
            // another.
            End(change, stoppingToken);
        }
    }

    /// <summary>What never ran cannot be started at all, and another attempt would not change that.</summary>
    private bool IsCrash(ResourceEvent change) => change.Snapshot.State?.Text is { } state
        && (state == KnownResourceStates.Finished
            || state == KnownResourceStates.Exited
            || (state == KnownResourceStates.FailedToStart && _ran.Contains(change.ResourceId)));

    private void End(ResourceEvent crash, CancellationToken stoppingToken)
    {
        var logger = loggers.GetLogger(crash.Resource);
        if (crash.Snapshot.ExitCode == ConfigurationExitCode)
        {
            LogWrongSetting(logger, ConfigurationExitCode);
            return;
        }

        if (!_backoffs.TryGetValue(crash.ResourceId, out var backoff))
        {
            _backoffs[crash.ResourceId] = backoff = new RestartBackoff();
        }

        // Ends with the application at the latest, and logs whatever goes wrong.
        _ = RestartAsync(crash, backoff, logger, stoppingToken);
    }

    private async Task RestartAsync(
        ResourceEvent crash, RestartBackoff backoff, ILogger logger, CancellationToken stoppingToken)
    {
        try
        {
            var ranFor = crash.Snapshot.StopTimeStamp - crash.Snapshot.StartTimeStamp ?? TimeSpan.Zero;
            do
            {
                var wait = backoff.After(ranFor);
                LogCrash(logger, crash.Snapshot, wait);
                await Task.Delay(wait, clock, stoppingToken);
                ranFor = TimeSpan.Zero;
            }
            while (IsStillDown(crash) && !await TryStartAsync(crash, logger, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application ends; nothing is started any more.
        }
    }

    /// <returns>
    /// Whether this end is dealt with. A start that failed in a new state is an end of its own, which is taken as such.
    /// </returns>
    private async Task<bool> TryStartAsync(ResourceEvent crash, ILogger logger, CancellationToken stoppingToken)
    {
        try
        {
            var started = await commands.ExecuteCommandAsync(
                crash.Resource, KnownResourceCommands.StartCommand, stoppingToken);
            if (started.Success)
            {
                return true;
            }

            stoppingToken.ThrowIfCancellationRequested();
            LogNotStarted(logger, started.Message ?? "the start command gave no reason.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogStartFailed(logger, failure);
        }

        return !IsStillDown(crash);
    }

    /// <summary>Whether nobody else has started it since.</summary>
    private bool IsStillDown(ResourceEvent crash) =>
        notifications.TryGetCurrentState(crash.ResourceId, out var now)
        && now.Snapshot.State?.Text == crash.Snapshot.State?.Text
        && now.Snapshot.StopTimeStamp == crash.Snapshot.StopTimeStamp;

    private static void LogCrash(ILogger logger, CustomResourceSnapshot end, TimeSpan wait)
    {
        if (end.ExitCode is { } exitCode)
        {
            LogEnded(logger, exitCode, wait.TotalSeconds);
        }
        else
        {
            LogDown(logger, wait.TotalSeconds);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "Ended by itself with exit code {ExitCode}; starts again in {Seconds} s.")]
    private static partial void LogEnded(ILogger logger, int exitCode, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not be launched; starts again in {Seconds} s.")]
    private static partial void LogDown(ILogger logger, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "A setting is wrong; the lines above say which (exit code {ExitCode}). It is not started again: " +
        "correct the setting and run the AppHost again.")]
    private static partial void LogWrongSetting(ILogger logger, int exitCode);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not be started again: {Message}")]
    private static partial void LogNotStarted(ILogger logger, string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not be started again.")]
    private static partial void LogStartFailed(ILogger logger, Exception failure);
}
