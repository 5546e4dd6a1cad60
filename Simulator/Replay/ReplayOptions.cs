using System.ComponentModel.DataAnnotations;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Simulator.Replay;

/// <summary>A file of device messages to send. Section <c>Simulator:Replay</c>.</summary>
/// <remarks>
/// After a restart the file is sent from its start again. That does no harm to the table, whose rows are idempotent;
/// the lake, which keeps what it gets, has such messages twice.
/// </remarks>
internal sealed class ReplayOptions
{
    /// <summary>One message per line (JSON lines), plain or gzip. Default: none, and nothing is replayed.</summary>
    public string? File { get; set; }

    /// <summary>
    /// How many times faster than the messages' own times it is sent; 0: as fast as possible. Default 1.
    /// </summary>
    [Range(0.0, 1_000_000.0)]
    public double Speed { get; set; } = 1;

    /// <summary>
    /// The longest distance of a message's time from that of the one before that is believed: 1 s to 366 days. Default
    /// 1 day. A message further away is sent at once, with the time it has; where the file goes on after such a pause,
    /// the pause is left out.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "366.00:00:00")]
    public TimeSpan LongestGap { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Whether messages keep their times. Default <see cref="ReplayTimes.Original"/>.</summary>
    [EnumDataType(typeof(ReplayTimes))]
    public ReplayTimes Times { get; set; } = ReplayTimes.Original;

    /// <summary>
    /// Where a message has its time: a name in any case, or a path in the notation of <c>Telemetry:Mapping</c>, such as
    /// <c>$.data.time</c> or <c>$.data['outside.time']</c>. Default <c>Time</c>.
    /// </summary>
    [Required]
    public string TimeField { get; set; } = "Time";

    /// <summary>What the time counts since 1970. Default milliseconds.</summary>
    [EnumDataType(typeof(EventTimeUnit))]
    public EventTimeUnit TimeUnit { get; set; } = EventTimeUnit.Milliseconds;

    /// <summary>Where a message has its partition key, named as the time is. Default <c>DeviceID</c>.</summary>
    [Required]
    public string PartitionKeyField { get; set; } = "DeviceID";

    /// <summary>Whether there is something to replay.</summary>
    internal bool IsOn => !string.IsNullOrWhiteSpace(File);
}
