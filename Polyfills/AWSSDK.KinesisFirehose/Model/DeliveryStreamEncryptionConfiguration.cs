namespace Amazon.KinesisFirehose.Model;

/// <summary>Server-side encryption of a delivery stream and its status.</summary>
public partial class DeliveryStreamEncryptionConfiguration
{
    /// <summary>Why it failed, when it did.</summary>
    public FailureDescription FailureDescription { get; set; }

    /// <summary>ARN of the key, when the customer manages it.</summary>
    public string KeyARN { get; set; }

    /// <summary>Who manages the key.</summary>
    public KeyType KeyType { get; set; }

    /// <summary>What the encryption is going through.</summary>
    public DeliveryStreamEncryptionStatus Status { get; set; }
}
