namespace Amazon.KinesisFirehose.Model;

public partial class EncryptionConfiguration
{
    public KMSEncryptionConfig KMSEncryptionConfig { get; set; }

    public NoEncryptionConfig NoEncryptionConfig { get; set; }
}
