namespace Amazon.KinesisFirehose.Model;

public partial class DeliveryStreamDescription
{
    public DateTime? CreateTimestamp { get; set; }

    public string DeliveryStreamARN { get; set; }

    public DeliveryStreamEncryptionConfiguration DeliveryStreamEncryptionConfiguration { get; set; }

    public string DeliveryStreamName { get; set; }

    public DeliveryStreamStatus DeliveryStreamStatus { get; set; }

    public DeliveryStreamType DeliveryStreamType { get; set; }

    public List<DestinationDescription> Destinations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public FailureDescription FailureDescription { get; set; }

    public bool? HasMoreDestinations { get; set; }

    public DateTime? LastUpdateTimestamp { get; set; }

    public SourceDescription Source { get; set; }

    public string VersionId { get; set; }
}
