namespace Amazon.KinesisFirehose.Model;

/// <summary>The server-side encryption to set up.</summary>
public partial class DeliveryStreamEncryptionConfigurationInput
{
    /// <summary>ARN of the key, when the customer manages it.</summary>
    public string KeyARN { get; set; }

    /// <summary>Who manages the key.</summary>
    public KeyType KeyType { get; set; }
}
