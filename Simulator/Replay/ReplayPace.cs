namespace TelemetryAspire.Simulator.Replay;

/// <summary>When a message is sent, and what time it then has. Pure.</summary>
/// <param name="Speed">How many times faster than the messages' own times; 0: at once.</param>
/// <param name="StartedAt">When the replay began.</param>
/// <param name="Latest">The latest place in the file; see <see cref="ReplayTimeline"/>.</param>
internal sealed record ReplayPace(double Speed, DateTimeOffset StartedAt, TimeSpan Latest)
{
    // Keeps what a tiny speed makes of a long file within the calendar; nobody sees the end of such a wait.
    private static readonly TimeSpan Century = TimeSpan.FromDays(36_525);

    /// <summary>When a message at a place is due; a message out of order may have been due before.</summary>
    public DateTimeOffset Due(TimeSpan place) => Speed > 0 ? StartedAt + Bounded(place.Ticks / Speed) : StartedAt;

    /// <summary>The time a message has when times are shifted to now.</summary>
    public DateTimeOffset Shift(TimeSpan place) =>
        Speed > 0 ? Due(place) : StartedAt + Bounded(place.Ticks - Latest.Ticks);

    private static TimeSpan Bounded(double ticks) =>
        new((long)Math.Clamp(ticks, -Century.Ticks, Century.Ticks));
}
