namespace Amazon.KinesisFirehose.Model;

public partial class S3DestinationConfiguration
{
    public string BucketARN { get; set; }

    public BufferingHints BufferingHints { get; set; }

    public CloudWatchLoggingOptions CloudWatchLoggingOptions { get; set; }

    public CompressionFormat CompressionFormat { get; set; }

    public EncryptionConfiguration EncryptionConfiguration { get; set; }

    public string ErrorOutputPrefix { get; set; }

    public string Prefix { get; set; }

    public string RoleARN { get; set; }
}
