using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

public partial class CreateDeliveryStreamRequest : AmazonKinesisFirehoseRequest
{
    public DeliveryStreamEncryptionConfigurationInput DeliveryStreamEncryptionConfigurationInput { get; set; }

    public string DeliveryStreamName { get; set; }

    public DeliveryStreamType DeliveryStreamType { get; set; }

    public DirectPutSourceConfiguration DirectPutSourceConfiguration { get; set; }

    public ExtendedS3DestinationConfiguration ExtendedS3DestinationConfiguration { get; set; }

    public KinesisStreamSourceConfiguration KinesisStreamSourceConfiguration { get; set; }

    public S3DestinationConfiguration S3DestinationConfiguration { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public partial class CreateDeliveryStreamResponse : AmazonWebServiceResponse
{
    public string DeliveryStreamARN { get; set; }
}
