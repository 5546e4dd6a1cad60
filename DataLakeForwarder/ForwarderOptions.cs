using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.DataLakeForwarder;

/// <summary>The settings of the section <c>Forwarder</c>. Unknown keys are refused at start.</summary>
internal sealed class ForwarderOptions
{
    /// <summary>The configuration section.</summary>
    internal const string SectionName = "Forwarder";

    /// <summary>
    /// How often the entries that Firehose did not take are sent, the first time included, before the records are left to
    /// the host, which retries for as long as it takes: 1 to 20.
    /// </summary>
    /// <value>The default is 4.</value>
    [Range(1, 20, ErrorMessage = "Forwarder:MaxAttempts: must be from 1 to 20.")]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>The wait before failed entries are sent again: doubled each time, cut by up to half at random.</summary>
    /// <value>The default is 100 ms; from 1 ms to 10 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10", ErrorMessage = "Forwarder:ResendDelay: must be from 1 ms to 10 s.")]
    public TimeSpan ResendDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The literal beginning of the keys of records too large for Firehose. It is that of the delivery stream's prefix, so
    /// that they lie in the same partitions.
    /// </summary>
    /// <value>The default is <c>telemetry/</c>; it ends with a slash, or is empty.</value>
    [RegularExpression("^([^/].*/)?$", ErrorMessage = "Forwarder:Prefix: must be empty, or end with '/' and not begin with it.")]
    public string Prefix { get; set; } = "telemetry/";
}

/// <summary>Checks <see cref="ForwarderOptions"/> by its attributes.</summary>
[OptionsValidator]
internal sealed partial class ForwarderOptionsValidator : IValidateOptions<ForwarderOptions>;
