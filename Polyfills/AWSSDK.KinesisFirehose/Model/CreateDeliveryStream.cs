using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>What <c>CreateDeliveryStream</c> is asked.</summary>
public partial class CreateDeliveryStreamRequest : AmazonKinesisFirehoseRequest
{
    /// <summary>Server-side encryption.</summary>
    public DeliveryStreamEncryptionConfigurationInput DeliveryStreamEncryptionConfigurationInput { get; set; }

    /// <summary>Name of the delivery stream, 1 to 64 letters, digits, <c>_ . -</c>.</summary>
    public string DeliveryStreamName { get; set; }

    /// <summary>Where the records come from.</summary>
    public DeliveryStreamType DeliveryStreamType { get; set; }

    /// <summary>Settings of direct puts.</summary>
    public DirectPutSourceConfiguration DirectPutSourceConfiguration { get; set; }

    /// <summary>Delivery into a bucket.</summary>
    public ExtendedS3DestinationConfiguration ExtendedS3DestinationConfiguration { get; set; }

    /// <summary>The stream to read, when it is the source.</summary>
    public KinesisStreamSourceConfiguration KinesisStreamSourceConfiguration { get; set; }

    /// <summary>Delivery into a bucket, the older form.</summary>
    public S3DestinationConfiguration S3DestinationConfiguration { get; set; }

    /// <summary>Labels to put on the resource.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>What <c>CreateDeliveryStream</c> replies.</summary>
public partial class CreateDeliveryStreamResponse : AmazonWebServiceResponse
{
    /// <summary>ARN of the delivery stream.</summary>
    public string DeliveryStreamARN { get; set; }
}
