using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

public partial class ListDeliveryStreamsRequest : AmazonKinesisFirehoseRequest
{
    public DeliveryStreamType DeliveryStreamType { get; set; }

    public string ExclusiveStartDeliveryStreamName { get; set; }

    public int? Limit { get; set; }
}

public partial class ListDeliveryStreamsResponse : AmazonWebServiceResponse
{
    public List<string> DeliveryStreamNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? HasMoreDeliveryStreams { get; set; }
}
