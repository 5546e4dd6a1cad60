namespace Amazon.KinesisFirehose.Model;

public partial class DeliveryStreamEncryptionConfigurationInput
{
    public string KeyARN { get; set; }

    public KeyType KeyType { get; set; }
}
