using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.Simulator.Faults;

/// <summary>What goes wrong in the field, and how often. Every chance may be 0.</summary>
internal sealed class FaultOptions
{
    /// <summary>How long the fleet is without faults and bursts after its start. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan After { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The chance, per measure of a reading, of a value that cannot be. Default 0.051, as in the reference fleet.
    /// </summary>
    [Range(0.0, 1.0)]
    public double AnomalyChance { get; set; } = 0.051;

    /// <summary>The chance that a message is sent twice. Default 0.01.</summary>
    [Range(0.0, 1.0)]
    public double DuplicateChance { get; set; } = 0.01;

    /// <summary>
    /// The chance that a message cannot be read; the <see cref="Defect"/>s take turns. Default 0.002.
    /// </summary>
    [Range(0.0, 1.0)]
    public double MalformedChance { get; set; } = 0.002;

    /// <summary>The share of devices whose clock is ahead, rounded up to whole devices. Default 0.04.</summary>
    [Range(0.0, 1.0)]
    public double ClockAheadShare { get; set; } = 0.04;

    /// <summary>How far such a clock is ahead at least. Default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan ShortestClockLead { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How far such a clock is ahead at most. Default 3 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan LongestClockLead { get; set; } = TimeSpan.FromHours(3);

    /// <summary>
    /// The share of devices that are an hour off because of daylight saving, ahead and behind by turns, rounded up to
    /// whole devices. Default 0.02.
    /// </summary>
    [Range(0.0, 1.0)]
    public double DaylightSavingShare { get; set; } = 0.02;

    /// <summary>When a device has no connection.</summary>
    [ValidateObjectMembers]
    public OfflineOptions Offline { get; set; } = new();
}
