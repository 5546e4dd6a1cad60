namespace Amazon.KinesisFirehose.Model;

/// <summary>The key that delivered objects are encrypted with.</summary>
public partial class KMSEncryptionConfig
{
    /// <summary>ARN of the key.</summary>
    public string AWSKMSKeyARN { get; set; }
}
