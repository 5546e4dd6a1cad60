namespace Amazon.TimestreamWrite.Model;

public partial class S3Configuration
{
    public string BucketName { get; set; }

    public S3EncryptionOption EncryptionOption { get; set; }

    public string KmsKeyId { get; set; }

    public string ObjectKeyPrefix { get; set; }
}
