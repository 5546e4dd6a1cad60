namespace Amazon.KinesisFirehose.Model;

public partial class DestinationDescription
{
    public string DestinationId { get; set; }

    public ExtendedS3DestinationDescription ExtendedS3DestinationDescription { get; set; }

    public S3DestinationDescription S3DestinationDescription { get; set; }
}
