namespace TelemetryAspire.FunctionHost;

/// <summary>The occurrences around an invocation of a timer function, in UTC.</summary>
/// <param name="Last">When this invocation was due.</param>
/// <param name="Next">When the next one is due; null when the schedule has no further occurrence.</param>
public sealed record ScheduleStatus(DateTimeOffset Last, DateTimeOffset? Next);
