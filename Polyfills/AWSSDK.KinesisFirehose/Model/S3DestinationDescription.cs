namespace Amazon.KinesisFirehose.Model;

/// <summary>Delivery into a bucket, as it is set up, in the older form.</summary>
public partial class S3DestinationDescription
{
    /// <summary>ARN of the bucket.</summary>
    public string BucketARN { get; set; }

    /// <summary>How much or how long is collected for one object.</summary>
    public BufferingHints BufferingHints { get; set; }

    /// <summary>Where delivery errors are logged.</summary>
    public CloudWatchLoggingOptions CloudWatchLoggingOptions { get; set; }

    /// <summary>How objects are compressed; not, unless set.</summary>
    public CompressionFormat CompressionFormat { get; set; }

    /// <summary>How objects are encrypted.</summary>
    public EncryptionConfiguration EncryptionConfiguration { get; set; }

    /// <summary>What the keys of failed records begin with; may hold expressions.</summary>
    public string ErrorOutputPrefix { get; set; }

    /// <summary>What the keys begin with; may hold expressions such as <c>!{timestamp:yyyy}</c>.</summary>
    public string Prefix { get; set; }

    /// <summary>ARN of the role that is used.</summary>
    public string RoleARN { get; set; }
}
