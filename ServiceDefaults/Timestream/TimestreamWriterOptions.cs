using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>How records are gathered into WriteRecords calls; section <c>Timestream:Writer</c>.</summary>
public sealed class TimestreamWriterOptions
{
    /// <summary>Name of the settings section.</summary>
    public const string SectionName = "Timestream:Writer";

    /// <summary>Records in one call (default 100, which is also the most that Timestream takes).</summary>
    [Range(1, BatchPlanner.MaxRecords)]
    public int MaxRecordsPerCall { get; set; } = BatchPlanner.MaxRecords;

    /// <summary>How long the first record of a call waits for others (default 50 ms; 0 sends what is there).</summary>
    /// <remarks>Longer waits make fuller calls where little is written; every millisecond is one of latency.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan FlushInterval { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Records that wait at most (default 10,000); a caller with more waits until there is room.</summary>
    [Range(1, 1_000_000)]
    public int QueueCapacity { get; set; } = 10_000;

    /// <summary>Calls under way at most (default 16: 80,000 records/s where a call takes 20 ms).</summary>
    [Range(1, 256)]
    public int MaxConcurrentCalls { get; set; } = 16;

    /// <summary>How long a stop waits for records to be written before it cancels their calls (default 10 s).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Checks <see cref="TimestreamWriterOptions"/> by its attributes.</summary>
[OptionsValidator]
internal sealed partial class TimestreamWriterOptionsValidator : IValidateOptions<TimestreamWriterOptions>;
