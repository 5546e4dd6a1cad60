using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

public partial class DeleteStreamRequest : AmazonKinesisRequest
{
    public bool? EnforceConsumerDeletion { get; set; }

    public string StreamARN { get; set; }

    public string StreamId { get; set; }

    public string StreamName { get; set; }
}

public partial class DeleteStreamResponse : AmazonWebServiceResponse
{
}
