namespace Amazon.KinesisFirehose.Model;

public partial class DeliveryStreamEncryptionConfiguration
{
    public FailureDescription FailureDescription { get; set; }

    public string KeyARN { get; set; }

    public KeyType KeyType { get; set; }

    public DeliveryStreamEncryptionStatus Status { get; set; }
}
