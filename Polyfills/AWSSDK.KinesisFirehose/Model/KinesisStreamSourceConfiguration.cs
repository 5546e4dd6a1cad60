namespace Amazon.KinesisFirehose.Model;

/// <summary>The Kinesis stream that a delivery stream reads.</summary>
public partial class KinesisStreamSourceConfiguration
{
    /// <summary>ARN of the stream.</summary>
    public string KinesisStreamARN { get; set; }

    /// <summary>ARN of the role that is used.</summary>
    public string RoleARN { get; set; }
}
