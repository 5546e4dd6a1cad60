namespace Amazon.KinesisFirehose.Model;

/// <summary>The Kinesis stream that a delivery stream reads, and since when.</summary>
public partial class KinesisStreamSourceDescription
{
    /// <summary>Since when it is read, UTC.</summary>
    public DateTime? DeliveryStartTimestamp { get; set; }

    /// <summary>ARN of the stream.</summary>
    public string KinesisStreamARN { get; set; }

    /// <summary>ARN of the role that is used.</summary>
    public string RoleARN { get; set; }
}
