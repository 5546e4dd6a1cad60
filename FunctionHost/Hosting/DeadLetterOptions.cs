using System.ComponentModel.DataAnnotations;

namespace TelemetryAspire.FunctionHost;

/// <summary>The settings of <c>FunctionHost:DeadLetters</c>.</summary>
public sealed class DeadLetterOptions
{
    /// <summary>The S3 bucket; <c>telemetry-lake</c> by default.</summary>
    [Required, StringLength(63, MinimumLength = 3)]
    public string Bucket { get; set; } = "telemetry-lake";

    /// <summary>What every key begins with; <c>dead-letters/</c> by default.</summary>
    [Required(AllowEmptyStrings = true), StringLength(512)]
    public string Prefix { get; set; } = "dead-letters/";
}
