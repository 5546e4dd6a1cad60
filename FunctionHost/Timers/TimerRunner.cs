using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost.Invocation;

namespace TelemetryAspire.FunctionHost.Timers;

/// <summary>Invokes one timer function on its schedule, one invocation after the other.</summary>
internal sealed partial class TimerRunner(
    TimerFunction function,
    FunctionInvoker invoker,
    Jitter jitter,
    TimeProvider timeProvider,
    ILogger<TimerRunner> logger)
{
    private readonly FunctionDefinition _definition = function.Definition;

    /// <summary>
    /// Runs until the host stops or the schedule has no further occurrence; a failure does not end it.
    /// </summary>
    /// <param name="started">When the host started: an interval counts from then.</param>
    /// <param name="stop">Stage one ends the schedule, stage two also the invocation that runs.</param>
    public async Task RunAsync(DateTimeOffset started, StopSignals stop)
    {
        try
        {
            if (function.RunOnStartup)
            {
                await InvokeAsync(started, isPastDue: false, stop);
            }

            var next = function.Schedule.Next(started);
            LogScheduled(_definition.Name, function.Schedule.Text, next);
            while (next is { } due)
            {
                var isPastDue = timeProvider.GetUtcNow() > due;
                await timeProvider.DelayUntilAsync(due, stop.StopReading);
                // Further occurrences that passed while the last invocation ran are this one.
                due = isPastDue ? LastBefore(due, timeProvider.GetUtcNow()) : due;
                await InvokeAsync(due, isPastDue, stop);
                next = function.Schedule.Next(due);
            }
        }
        catch (OperationCanceledException) when (stop.StopReading.IsCancellationRequested)
        {
            LogStopped(_definition.Name);
        }
    }

    private DateTimeOffset LastBefore(DateTimeOffset due, DateTimeOffset now)
    {
        while (function.Schedule.Next(due) is { } next && next <= now)
        {
            due = next;
        }

        return due;
    }

    private async Task InvokeAsync(DateTimeOffset due, bool isPastDue, StopSignals stop)
    {
        var timer = new TimerInfo
        {
            ScheduleStatus = new ScheduleStatus(due, function.Schedule.Next(due)),
            IsPastDue = isPastDue,
        };
        for (var failures = 0; ;)
        {
            try
            {
                await InvokeOnceAsync(timer, failures, stop);
                return;
            }
            catch (Exception) when (stop.GiveUp.IsCancellationRequested)
            {
                throw new OperationCanceledException(stop.GiveUp);
            }
            catch (Exception exception)
            {
                failures++;
                if (!_definition.Retry.Allows(failures))
                {
                    LogGivenUp(_definition.Name, due, failures, exception);
                    return;
                }

                var delay = _definition.Retry.Delay(failures, jitter);
                LogRetrying(_definition.Name, due, failures, delay, exception);
                await Task.Delay(delay, timeProvider, stop.StopReading);
            }
        }
    }

    private async Task InvokeOnceAsync(TimerInfo timer, int retry, StopSignals stop)
    {
        var tags = FunctionHostInstrumentation.Tags(_definition.Name);
        using var scope = logger.BeginScope(new KeyValuePair<string, object?>[] { new("Function", _definition.Name) });
        using var activity = FunctionHostInstrumentation.Activities.StartActivity(
            _definition.Name, ActivityKind.Internal, default(ActivityContext), tags);
        if (retry > 0)
        {
            FunctionHostInstrumentation.InvocationRetries.Add(1, tags);
        }

        await invoker.InvokeAsync(
            _definition,
            timer,
            function.InputJson,
            new RetryContext(retry, _definition.Retry.MaxRetryCount),
            tags,
            stop.GiveUp);
    }

    [LoggerMessage(LogLevel.Information, "{Function} runs on the schedule {Schedule}, next at {Next}.")]
    private partial void LogScheduled(string function, string schedule, DateTimeOffset? next);

    [LoggerMessage(LogLevel.Warning, "{Function}, due at {Due}, failed {Failures} times; tried again in {Delay}.")]
    private partial void LogRetrying(
        string function, DateTimeOffset due, int failures, TimeSpan delay, Exception exception);

    [LoggerMessage(LogLevel.Error, "{Function}, due at {Due}, failed {Failures} times; the schedule goes on.")]
    private partial void LogGivenUp(string function, DateTimeOffset due, int failures, Exception exception);

    [LoggerMessage(LogLevel.Information, "{Function} has stopped.")]
    private partial void LogStopped(string function);
}
