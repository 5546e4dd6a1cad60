namespace TelemetryAspire.Simulator.Replay;

/// <summary>When a message is sent, and what time it then has. Pure.</summary>
/// <param name="Speed">How many times faster than the messages' own times; 0: at once.</param>
/// <param name="StartedAt">When the replay began.</param>
/// <param name="First">The time of the first message that has one.</param>
/// <param name="Latest">The latest time in the file.</param>
internal sealed record ReplayPace(double Speed, DateTimeOffset StartedAt, DateTimeOffset First, DateTimeOffset Latest)
{
    /// <summary>When a message of a time is due; a message out of order may have been due before.</summary>
    public DateTimeOffset Due(DateTimeOffset time) => Speed > 0 ? StartedAt + ((time - First) / Speed) : StartedAt;

    /// <summary>The time a message has when times are shifted to now.</summary>
    public DateTimeOffset Shift(DateTimeOffset time) => Speed > 0 ? Due(time) : StartedAt - (Latest - time);
}
