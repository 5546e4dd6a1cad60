namespace TelemetryAspire.DataLakeForwarder;

/// <summary>The settings of the section <c>Forwarder</c>. Unknown keys are refused at start.</summary>
internal sealed class ForwarderOptions
{
    /// <summary>The configuration section.</summary>
    internal const string SectionName = "Forwarder";

    /// <summary>
    /// How often the entries that Firehose did not take are sent, the first time included, before the records are left
    /// to the host, which retries for as long as it takes: 1 to 20.
    /// </summary>
    /// <value>The default is 4.</value>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// The wait before failed entries are sent again: doubled each time up to 30 s, cut by up to half at random.
    /// </summary>
    /// <value>The default is 100 ms; from 1 ms to 10 s.</value>
    public TimeSpan ResendDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The literal beginning of the keys of records too large for Firehose. It is that of the delivery stream's prefix,
    /// so that they lie in the same partitions.
    /// </summary>
    /// <value>The default is <c>telemetry/</c>; it ends with a slash, or is empty.</value>
    public string Prefix { get; set; } = "telemetry/";
}
