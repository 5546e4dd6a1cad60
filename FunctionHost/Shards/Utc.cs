namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>The SDK's times, which are UTC whatever their kind says.</summary>
internal static class Utc
{
    public static DateTimeOffset From(DateTime time) => time.Kind == DateTimeKind.Local
        ? new DateTimeOffset(time).ToUniversalTime()
        : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
