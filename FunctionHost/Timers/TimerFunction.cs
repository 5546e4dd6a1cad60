using TelemetryAspire.FunctionHost.Invocation;

namespace TelemetryAspire.FunctionHost.Timers;

/// <summary>A function that runs on a schedule, with its settings filled in.</summary>
internal sealed record TimerFunction(
    FunctionDefinition Definition, TimerSchedule Schedule, bool RunOnStartup, string? InputJson);
