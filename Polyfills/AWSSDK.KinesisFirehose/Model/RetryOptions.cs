namespace Amazon.KinesisFirehose.Model;

public partial class RetryOptions
{
    public int? DurationInSeconds { get; set; }
}
