namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Time as S3 keeps it.</summary>
internal static class S3Clock
{
    /// <summary>Now, to the second: S3 keeps no finer time of a change.</summary>
    public static DateTimeOffset GetWholeSecond(this TimeProvider clock) =>
        DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
}
