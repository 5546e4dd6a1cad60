namespace Amazon.KinesisFirehose.Model;

public partial class KMSEncryptionConfig
{
    public string AWSKMSKeyARN { get; set; }
}
