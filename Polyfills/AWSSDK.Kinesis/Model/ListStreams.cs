using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

public partial class ListStreamsRequest : AmazonKinesisRequest
{
    public string ExclusiveStartStreamName { get; set; }

    public int? Limit { get; set; }

    public string NextToken { get; set; }
}

public partial class ListStreamsResponse : AmazonWebServiceResponse
{
    public bool? HasMoreStreams { get; set; }

    public string NextToken { get; set; }

    public List<string> StreamNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<StreamSummary> StreamSummaries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
