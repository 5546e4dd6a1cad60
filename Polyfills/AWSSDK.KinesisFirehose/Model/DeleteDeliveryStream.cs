using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>What <c>DeleteDeliveryStream</c> is asked.</summary>
public partial class DeleteDeliveryStreamRequest : AmazonKinesisFirehoseRequest
{
    /// <summary>Whether it is deleted also when its encryption grant cannot be retired.</summary>
    public bool? AllowForceDelete { get; set; }

    /// <summary>Name of the delivery stream, 1 to 64 letters, digits, <c>_ . -</c>.</summary>
    public string DeliveryStreamName { get; set; }
}

/// <summary>What <c>DeleteDeliveryStream</c> replies.</summary>
public partial class DeleteDeliveryStreamResponse : AmazonWebServiceResponse
{
}
