using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What <c>CreateStream</c> is asked.</summary>
public partial class CreateStreamRequest : AmazonKinesisRequest
{
    /// <summary>Largest record the stream takes, in KiB: 1,024 (default) to 10,240.</summary>
    public int? MaxRecordSizeInKiB { get; set; }

    /// <summary>How many shards a provisioned stream gets.</summary>
    public int? ShardCount { get; set; }

    /// <summary>Capacity mode; provisioned unless set.</summary>
    public StreamModeDetails StreamModeDetails { get; set; }

    /// <summary>Name of the stream, 1 to 128 letters, digits, <c>_ . -</c>.</summary>
    public string StreamName { get; set; }

    /// <summary>Labels to put on the resource.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Throughput an on-demand stream keeps ready, in MiB/s.</summary>
    public int? WarmThroughputMiBps { get; set; }
}

/// <summary>What <c>CreateStream</c> replies.</summary>
public partial class CreateStreamResponse : AmazonWebServiceResponse
{
}
