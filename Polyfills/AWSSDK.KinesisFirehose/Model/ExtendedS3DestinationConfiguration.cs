namespace Amazon.KinesisFirehose.Model;

public partial class ExtendedS3DestinationConfiguration
{
    public string BucketARN { get; set; }

    public BufferingHints BufferingHints { get; set; }

    public CloudWatchLoggingOptions CloudWatchLoggingOptions { get; set; }

    public CompressionFormat CompressionFormat { get; set; }

    public string CustomTimeZone { get; set; }

    public DynamicPartitioningConfiguration DynamicPartitioningConfiguration { get; set; }

    public EncryptionConfiguration EncryptionConfiguration { get; set; }

    public string ErrorOutputPrefix { get; set; }

    public string FileExtension { get; set; }

    public string Prefix { get; set; }

    public ProcessingConfiguration ProcessingConfiguration { get; set; }

    public string RoleARN { get; set; }

    public S3DestinationConfiguration S3BackupConfiguration { get; set; }

    public S3BackupMode S3BackupMode { get; set; }
}
