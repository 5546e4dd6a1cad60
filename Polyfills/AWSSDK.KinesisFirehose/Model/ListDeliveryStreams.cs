using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>What <c>ListDeliveryStreams</c> is asked.</summary>
public partial class ListDeliveryStreamsRequest : AmazonKinesisFirehoseRequest
{
    /// <summary>Where the records come from.</summary>
    public DeliveryStreamType DeliveryStreamType { get; set; }

    /// <summary>The last delivery stream of the page before.</summary>
    public string ExclusiveStartDeliveryStreamName { get; set; }

    /// <summary>Most entries to reply.</summary>
    public int? Limit { get; set; }
}

/// <summary>What <c>ListDeliveryStreams</c> replies.</summary>
public partial class ListDeliveryStreamsResponse : AmazonWebServiceResponse
{
    /// <summary>Names of the delivery streams.</summary>
    public List<string> DeliveryStreamNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Whether there are further delivery streams.</summary>
    public bool? HasMoreDeliveryStreams { get; set; }
}
