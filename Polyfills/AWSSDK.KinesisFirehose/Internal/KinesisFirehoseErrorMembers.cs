using System.Text.Json.Serialization;

namespace Amazon.KinesisFirehose.Internal;

/// <summary>What the service's errors carry beside code and message.</summary>
internal sealed class KinesisFirehoseErrorMembers
{
    /// <summary>A code beside the error's own.</summary>
    [JsonPropertyName("code")]
    public string Code { get; set; }
}
