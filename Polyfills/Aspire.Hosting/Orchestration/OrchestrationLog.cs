using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>What the orchestrator logs, about itself and into the logs of resources.</summary>
internal static partial class OrchestrationLog
{
    [LoggerMessage(EventId = 0, Level = LogLevel.Information, Message = "Aspire AppHost version: {Version}")]
    public static partial void Version(ILogger logger, string? version);

    [LoggerMessage(EventId = 0, Level = LogLevel.Information, Message = "Distributed application starting.")]
    public static partial void ApplicationStarting(ILogger logger);

    [LoggerMessage(
        EventId = 0, Level = LogLevel.Information, Message = "Application host directory is: {AppHostDirectory}")]
    public static partial void AppHostDirectory(ILogger logger, string? appHostDirectory);

    [LoggerMessage(
        EventId = 0,
        Level = LogLevel.Information,
        Message = "Distributed application started. Press Ctrl+C to shut down.")]
    public static partial void ApplicationStarted(ILogger logger);

    [LoggerMessage(EventId = 0, Level = LogLevel.Information, Message = "Distributed application stopped.")]
    public static partial void ApplicationStopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Resource {ResourceId} changed state: {State}")]
    public static partial void StateChanged(ILogger logger, string resourceId, string state);

    [LoggerMessage(Level = LogLevel.Information, Message = "Waiting for resource '{Name}' to become healthy.")]
    public static partial void WaitingForHealthy(ILogger logger, string name);

    [LoggerMessage(
        Level = LogLevel.Information, Message = "Waiting for resource '{Name}' to enter the '{State}' state.")]
    public static partial void WaitingForState(ILogger logger, string name, string state);

    [LoggerMessage(Level = LogLevel.Information, Message = "Waiting for resource '{Name}' to complete.")]
    public static partial void WaitingForCompletion(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Finished waiting for resource '{Name}'.")]
    public static partial void FinishedWaiting(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to start: {Reason}")]
    public static partial void FailedToStart(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to start.")]
    public static partial void FailedToStartUnexpectedly(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "An event handler of the resource failed.")]
    public static partial void HandlerFailed(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Command '{Command}' failed.")]
    public static partial void CommandFailed(ILogger logger, Exception failure, string command);

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "Did not end within {Seconds} s of being asked to; it is killed.")]
    public static partial void KilledAfterTimeout(ILogger logger, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
    public static partial void ResourceLine(ILogger logger, string line);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Line}")]
    public static partial void ResourceErrorLine(ILogger logger, string line);
}
