using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

public partial class CreateStreamRequest : AmazonKinesisRequest
{
    public int? MaxRecordSizeInKiB { get; set; }

    public int? ShardCount { get; set; }

    public StreamModeDetails StreamModeDetails { get; set; }

    public string StreamName { get; set; }

    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? WarmThroughputMiBps { get; set; }
}

public partial class CreateStreamResponse : AmazonWebServiceResponse
{
}
