using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

public partial class DescribeDeliveryStreamRequest : AmazonKinesisFirehoseRequest
{
    public string DeliveryStreamName { get; set; }

    public string ExclusiveStartDestinationId { get; set; }

    public int? Limit { get; set; }
}

public partial class DescribeDeliveryStreamResponse : AmazonWebServiceResponse
{
    public DeliveryStreamDescription DeliveryStreamDescription { get; set; }
}
