namespace Amazon.KinesisFirehose.Model;

public partial class DynamicPartitioningConfiguration
{
    public bool? Enabled { get; set; }

    public RetryOptions RetryOptions { get; set; }
}
