namespace Amazon.KinesisFirehose.Model;

/// <summary>How long a failed delivery is repeated.</summary>
public partial class RetryOptions
{
    /// <summary>How long, in seconds: 0 to 7,200.</summary>
    public int? DurationInSeconds { get; set; }
}
