namespace TelemetryAspire.FunctionHost;

/// <summary>What a timer function learns about the occurrence that invoked it.</summary>
public sealed class TimerInfo
{
    /// <summary>When this invocation was due, and when the next one is.</summary>
    public required ScheduleStatus ScheduleStatus { get; init; }

    /// <summary>Whether this invocation runs late because an earlier one was still running at its due time.</summary>
    public required bool IsPastDue { get; init; }
}
