namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>Times as nanoseconds since 1970-01-01 UTC in 64 bits: 1677-09-21 to 2262-04-11.</summary>
internal static class EpochNanos
{
    private const long NanosPerTick = 100;

    public static long From(DateTimeOffset time) => checked((time.UtcTicks - DateTime.UnixEpoch.Ticks) * NanosPerTick);

    public static long From(TimeSpan duration) => checked(duration.Ticks * NanosPerTick);
}
