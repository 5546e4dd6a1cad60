namespace Amazon.KinesisFirehose.Model;

/// <summary>Delivery into a bucket: prefixes, buffering, compression, processing.</summary>
public partial class ExtendedS3DestinationConfiguration
{
    /// <summary>ARN of the bucket.</summary>
    public string BucketARN { get; set; }

    /// <summary>How much or how long is collected for one object.</summary>
    public BufferingHints BufferingHints { get; set; }

    /// <summary>Where delivery errors are logged.</summary>
    public CloudWatchLoggingOptions CloudWatchLoggingOptions { get; set; }

    /// <summary>How objects are compressed; not, unless set.</summary>
    public CompressionFormat CompressionFormat { get; set; }

    /// <summary>Time zone of the times in prefixes; UTC unless set.</summary>
    public string CustomTimeZone { get; set; }

    /// <summary>Sorting into prefixes by content.</summary>
    public DynamicPartitioningConfiguration DynamicPartitioningConfiguration { get; set; }

    /// <summary>How objects are encrypted.</summary>
    public EncryptionConfiguration EncryptionConfiguration { get; set; }

    /// <summary>What the keys of failed records begin with; may hold expressions.</summary>
    public string ErrorOutputPrefix { get; set; }

    /// <summary>Ending of the keys, in place of the one the compression gives.</summary>
    public string FileExtension { get; set; }

    /// <summary>What the keys begin with; may hold expressions such as <c>!{timestamp:yyyy}</c>.</summary>
    public string Prefix { get; set; }

    /// <summary>What is done to records on the way.</summary>
    public ProcessingConfiguration ProcessingConfiguration { get; set; }

    /// <summary>ARN of the role that is used.</summary>
    public string RoleARN { get; set; }

    /// <summary>Where records are kept as they came.</summary>
    public S3DestinationConfiguration S3BackupConfiguration { get; set; }

    /// <summary>Whether records are also kept as they came.</summary>
    public S3BackupMode S3BackupMode { get; set; }
}
