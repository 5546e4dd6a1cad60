using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What <c>DeleteStream</c> is asked.</summary>
public partial class DeleteStreamRequest : AmazonKinesisRequest
{
    /// <summary>
    /// Whether registered consumers are deleted with the stream; otherwise they keep it from being deleted.
    /// </summary>
    public bool? EnforceConsumerDeletion { get; set; }

    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>Id of the stream, unique also among streams that had the same name.</summary>
    public string StreamId { get; set; }

    /// <summary>Name of the stream, 1 to 128 letters, digits, <c>_ . -</c>. Either this or the ARN is given.</summary>
    public string StreamName { get; set; }
}

/// <summary>What <c>DeleteStream</c> replies.</summary>
public partial class DeleteStreamResponse : AmazonWebServiceResponse
{
}
