using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.FunctionHost;

/// <summary>The settings of the section <c>FunctionHost</c>. Unknown keys are refused at startup.</summary>
public sealed class FunctionHostOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "FunctionHost";

    /// <summary>
    /// The SQLite file that holds the checkpoints, created with its folder; relative to the current directory.
    /// Default <c>.telemetry/checkpoints.db</c>.
    /// </summary>
    [Required]
    public string CheckpointDatabase { get; set; } = ".telemetry/checkpoints.db";

    /// <summary>Where records that can never work are kept.</summary>
    [ValidateObjectMembers]
    public DeadLetterOptions DeadLetters { get; set; } = new();

    /// <summary>
    /// The wait between two reads of a shard whose end is reached: 200 ms to 10 s, 500 ms by default.
    /// </summary>
    /// <remarks>
    /// A shard serves 5 reads per second to all consumers together (Kinesis quota, GetRecords): the default leaves room
    /// for two functions. A shard that is behind is read every 200 ms, and less often while the stream throttles.
    /// </remarks>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:00:10")]
    public TimeSpan IdleReadInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How often the shards of a stream are listed to see resharding: 1 s to 10 min, 10 s by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ShardDiscoveryInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The iterator age from which health reports Degraded; 5 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00")]
    public TimeSpan IteratorAgeLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait between two attempts during an outage: 1 s to 10 min, 30 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan OutageMaxBackoff { get; set; } = TimeSpan.FromSeconds(30);
}
