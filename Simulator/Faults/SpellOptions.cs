using System.ComponentModel.DataAnnotations;

namespace TelemetryAspire.Simulator.Faults;

/// <summary>How often something comes over a device for a while, and for how long.</summary>
internal class SpellOptions
{
    /// <summary>The chance, per device and <see cref="Period"/>, that there is a spell: 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double Chance { get; set; }

    /// <summary>Time is divided into periods; each has at most one spell per device. 1 s to a day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Period { get; set; }

    /// <summary>The shortest spell.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Shortest { get; set; }

    /// <summary>The longest spell; not longer than <see cref="Period"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Longest { get; set; }
}
