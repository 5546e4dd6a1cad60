using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using TelemetryAspire.Simulator.Faults;
using TelemetryAspire.Simulator.Kinesis;
using TelemetryAspire.Simulator.Replay;

namespace TelemetryAspire.Simulator;

/// <summary>The settings of the section <c>Simulator</c>. Unknown keys are refused at startup.</summary>
internal sealed class SimulatorOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Simulator";

    /// <summary>The size of the fleet where nothing is said.</summary>
    public const int DefaultDevices = 50;

    /// <summary>How many devices there are. Default 50, and 0 while a file is replayed.</summary>
    [Range(0, 1_000_000)]
    public int? Devices { get; set; }

    /// <summary>
    /// What all chance comes from: with the same seed and the same <see cref="StartTime"/> a fleet sends the same
    /// bytes. Default 1.
    /// </summary>
    public int Seed { get; set; } = 1;

    /// <summary>
    /// When the fleet began. Default: the start of the process. A time in the past makes the fleet send everything
    /// since then at once.
    /// </summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>
    /// How often due messages are sent: a time span or a cron expression with seconds. Default <c>00:00:01</c>.
    /// </summary>
    [Required]
    public string Schedule { get; set; } = "00:00:01";

    /// <summary>The time between two readings of a device: 10 ms to a day. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan ReadingInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>When a device reads faster than usual.</summary>
    [ValidateObjectMembers]
    public BurstOptions Bursts { get; set; } = new();

    /// <summary>What goes wrong in the field.</summary>
    [ValidateObjectMembers]
    public FaultOptions Faults { get; set; } = new();

    /// <summary>How messages are kept until the stream takes them.</summary>
    [ValidateObjectMembers]
    public ProducerOptions Producer { get; set; } = new();

    /// <summary>A file of device messages to send.</summary>
    [ValidateObjectMembers]
    public ReplayOptions Replay { get; set; } = new();

    /// <summary>How many devices there are after all.</summary>
    internal int FleetSize => Devices ?? (Replay.IsOn ? 0 : DefaultDevices);
}
