namespace Amazon.TimestreamWrite.Model;

/// <summary>A place in S3.</summary>
public partial class S3Configuration
{
    /// <summary>Name of the bucket.</summary>
    public string BucketName { get; set; }

    /// <summary>How the reports are encrypted.</summary>
    public S3EncryptionOption EncryptionOption { get; set; }

    /// <summary>The encryption key.</summary>
    public string KmsKeyId { get; set; }

    /// <summary>What the keys begin with.</summary>
    public string ObjectKeyPrefix { get; set; }
}
