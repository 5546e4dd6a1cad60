namespace Amazon.KinesisFirehose.Model;

public partial class FailureDescription
{
    public string Details { get; set; }

    public DeliveryStreamFailureType Type { get; set; }
}
