namespace Amazon.KinesisFirehose.Model;

public partial class KinesisStreamSourceDescription
{
    public DateTime? DeliveryStartTimestamp { get; set; }

    public string KinesisStreamARN { get; set; }

    public string RoleARN { get; set; }
}
