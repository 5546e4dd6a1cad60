using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>How patient the AWS clients are with one call; section <c>AwsClients</c>.</summary>
/// <remarks>
/// A call is tried a few times by the SDK and then fails; whoever made it decides about longer outages. Nothing
/// else retries: two layers that both retry multiply their attempts.
/// </remarks>
public sealed class AwsClientOptions
{
    /// <summary>Name of the settings section.</summary>
    public const string SectionName = "AwsClients";

    /// <summary>Requests the SDK makes at most for one call, the first included (default 3).</summary>
    [Range(1, 10)]
    public int MaxAttempts { get; set; } = 3;

    /// <summary>Time for one attempt of an ordinary call, answer included (default 10 s).</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for one attempt of a Timestream query, answer included (default 70 s).</summary>
    /// <remarks>Longer than the 60 s after which Timestream itself ends a Query call.</remarks>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan QueryAttemptTimeout { get; set; } = TimeSpan.FromSeconds(70);

    /// <summary>
    /// Time until S3 has taken an object or begins to answer (default 100 s); a download may take longer.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan ObjectAttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a service that keeps failing is left alone before the next try (default 5 s).</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:10:00")]
    public TimeSpan CircuitBreakDuration { get; set; } = TimeSpan.FromSeconds(5);
}

/// <summary>Checks <see cref="AwsClientOptions"/> by its attributes.</summary>
[OptionsValidator]
internal sealed partial class AwsClientOptionsValidator : IValidateOptions<AwsClientOptions>;
