using System.ComponentModel.DataAnnotations;

namespace TelemetryAspire.Simulator.Faults;

/// <summary>
/// When a device reads faster, as devices do when something happens. Default: a twentieth of the devices in every 5
/// minutes, for 5 s to 15 s, ten times as fast.
/// </summary>
internal sealed class BurstOptions : SpellOptions
{
    /// <summary>The largest <see cref="Factor"/>.</summary>
    public const int LargestFactor = 1000;

    public BurstOptions()
    {
        Chance = 0.05;
        Period = TimeSpan.FromMinutes(5);
        Shortest = TimeSpan.FromSeconds(5);
        Longest = TimeSpan.FromSeconds(15);
    }

    /// <summary>How many readings a burst has in place of one: 1 to 1,000. Default 10.</summary>
    [Range(1, LargestFactor)]
    public int Factor { get; set; } = 10;
}
