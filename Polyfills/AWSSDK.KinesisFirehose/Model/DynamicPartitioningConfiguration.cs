namespace Amazon.KinesisFirehose.Model;

/// <summary>Whether records are sorted into prefixes by their content.</summary>
public partial class DynamicPartitioningConfiguration
{
    /// <summary>Whether it is on.</summary>
    public bool? Enabled { get; set; }

    /// <summary>How long a failed delivery is repeated.</summary>
    public RetryOptions RetryOptions { get; set; }
}
