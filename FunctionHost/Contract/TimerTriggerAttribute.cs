namespace TelemetryAspire.FunctionHost;

/// <summary>Invokes the function on a schedule, one invocation at a time.</summary>
/// <remarks>
/// The parameter is a <see cref="TimerInfo"/>. Occurrences missed while an invocation ran become one, past due.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>
    /// A cron expression of six fields, seconds first (<c>"*/5 * * * * *"</c>), read in UTC, or a time span
    /// (<c>"00:00:05"</c>); <c>%Key%</c> stands for the value of a configuration key.
    /// </summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether the function is also invoked once when the host starts.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>
    /// JSON that the function receives as its input parameter; <c>%Key%</c> inside a string stands for the value of a
    /// configuration key. The input type must be known to the serializer context given to <c>AddFunction</c>.
    /// </summary>
    public string? Input { get; set; }
}
