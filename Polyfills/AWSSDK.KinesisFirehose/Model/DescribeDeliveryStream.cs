using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>What <c>DescribeDeliveryStream</c> is asked.</summary>
public partial class DescribeDeliveryStreamRequest : AmazonKinesisFirehoseRequest
{
    /// <summary>Name of the delivery stream, 1 to 64 letters, digits, <c>_ . -</c>.</summary>
    public string DeliveryStreamName { get; set; }

    /// <summary>The last destination of the page before.</summary>
    public string ExclusiveStartDestinationId { get; set; }

    /// <summary>Most entries to reply.</summary>
    public int? Limit { get; set; }
}

/// <summary>What <c>DescribeDeliveryStream</c> replies.</summary>
public partial class DescribeDeliveryStreamResponse : AmazonWebServiceResponse
{
    /// <summary>The delivery stream.</summary>
    public DeliveryStreamDescription DeliveryStreamDescription { get; set; }
}
