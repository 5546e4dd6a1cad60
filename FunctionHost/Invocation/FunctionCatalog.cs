using System.Text.Json;
using Microsoft.Extensions.Configuration;
using TelemetryAspire.FunctionHost.Timers;

namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>All functions of the application with their settings filled in.</summary>
internal sealed class FunctionCatalog : IStartupCheck
{
    /// <summary>Fills in the settings of every function.</summary>
    /// <exception cref="FunctionHostConfigurationException">A setting is missing or cannot work.</exception>
    public FunctionCatalog(IEnumerable<FunctionDefinition> definitions, IConfiguration configuration)
    {
        var functions = definitions.ToList();
        CheckNames(functions);
        Kinesis = functions
            .Where(function => function.Trigger is KinesisTriggerAttribute)
            .Select(function => ResolveKinesis(function, (KinesisTriggerAttribute)function.Trigger, configuration))
            .ToList();
        Timers = functions
            .Where(function => function.Trigger is TimerTriggerAttribute)
            .Select(function => ResolveTimer(function, (TimerTriggerAttribute)function.Trigger, configuration))
            .ToList();
    }

    public IReadOnlyList<KinesisFunction> Kinesis { get; }

    public IReadOnlyList<TimerFunction> Timers { get; }

    // Creating the catalog was the check.
    void IStartupCheck.Check()
    {
    }

    private static void CheckNames(List<FunctionDefinition> functions)
    {
        // Case does not tell names apart, because file systems may not.
        var twice = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new FunctionHostConfigurationException(
                $"The function name '{twice.Key}' is used by {string.Join(" and ", twice.Select(f => f.Method))}.");
        }
    }

    private static KinesisFunction ResolveKinesis(
        FunctionDefinition function, KinesisTriggerAttribute trigger, IConfiguration configuration)
    {
        var stream = SettingReferences.Resolve(trigger.Stream, configuration, function.Method);
        return new KinesisFunction(function, stream, trigger.BatchSize);
    }

    private static TimerFunction ResolveTimer(
        FunctionDefinition function, TimerTriggerAttribute trigger, IConfiguration configuration)
    {
        var text = SettingReferences.Resolve(trigger.Schedule, configuration, function.Method);
        if (!TimerSchedule.TryParse(text, out var schedule))
        {
            throw FunctionDeclaration.Wrong(
                function.Method,
                $"has the schedule '{text}', which is neither a cron expression of six fields (\"*/5 * * * * *\") nor "
                + "a time span (\"00:00:05\")");
        }

        var json = trigger.Input is null
            ? null
            : SettingReferences.ResolveJson(trigger.Input, configuration, function.Method);
        CheckInput(function, json);
        return new TimerFunction(function, schedule!, trigger.RunOnStartup, json);
    }

    private static void CheckInput(FunctionDefinition function, string? json)
    {
        try
        {
            if (function.ReadInput is { } read && read(json) is null)
            {
                throw FunctionDeclaration.Wrong(function.Method, $"has the input {json}, which is nothing");
            }
        }
        catch (JsonException exception)
        {
            throw new FunctionHostConfigurationException(
                $"Function {function.Method} has the input {json}, which cannot be read: {exception.Message}",
                exception);
        }
    }
}
