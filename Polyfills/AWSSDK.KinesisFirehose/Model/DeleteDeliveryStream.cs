using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

public partial class DeleteDeliveryStreamRequest : AmazonKinesisFirehoseRequest
{
    public bool? AllowForceDelete { get; set; }

    public string DeliveryStreamName { get; set; }
}

public partial class DeleteDeliveryStreamResponse : AmazonWebServiceResponse
{
}
