namespace TelemetryAspire.Simulator.Faults;

/// <summary>
/// When a device has no connection: it keeps its readings and delivers them in bulk when the spell ends. Default: a
/// tenth of the devices in every 5 minutes, for 20 s to 90 s.
/// </summary>
internal sealed class OfflineOptions : SpellOptions
{
    public OfflineOptions()
    {
        Chance = 0.1;
        Period = TimeSpan.FromMinutes(5);
        Shortest = TimeSpan.FromSeconds(20);
        Longest = TimeSpan.FromSeconds(90);
    }
}
