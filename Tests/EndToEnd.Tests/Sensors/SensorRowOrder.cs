namespace TelemetryAspire.EndToEnd.Tests.Sensors;

/// <summary>Orders rows by identity, so that two sets of them can be compared as sequences.</summary>
internal sealed class SensorRowOrder : IComparer<SensorRow>
{
    public static readonly SensorRowOrder Instance = new();

    public int Compare(SensorRow x, SensorRow y) => string.CompareOrdinal(Key(x), Key(y));

    private static string Key(SensorRow row) => $"{row.DeviceId}|{row.Device}|{row.Measure}|{row.Time}|{row.Value}";
}
