namespace Amazon.KinesisFirehose.Model;

/// <summary>A destination of a delivery stream; here always S3.</summary>
public partial class DestinationDescription
{
    /// <summary>Id of the destination.</summary>
    public string DestinationId { get; set; }

    /// <summary>Delivery into a bucket.</summary>
    public ExtendedS3DestinationDescription ExtendedS3DestinationDescription { get; set; }

    /// <summary>Delivery into a bucket, the older form.</summary>
    public S3DestinationDescription S3DestinationDescription { get; set; }
}
