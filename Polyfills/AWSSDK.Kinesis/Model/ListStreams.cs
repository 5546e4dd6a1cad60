using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What <c>ListStreams</c> is asked.</summary>
public partial class ListStreamsRequest : AmazonKinesisRequest
{
    /// <summary>The last stream of the page before.</summary>
    public string ExclusiveStartStreamName { get; set; }

    /// <summary>Most entries to reply.</summary>
    public int? Limit { get; set; }

    /// <summary>Where this page begins.</summary>
    public string NextToken { get; set; }
}

/// <summary>What <c>ListStreams</c> replies.</summary>
public partial class ListStreamsResponse : AmazonWebServiceResponse
{
    /// <summary>Whether there are further streams.</summary>
    public bool? HasMoreStreams { get; set; }

    /// <summary>Where the next page begins; null on the last page.</summary>
    public string NextToken { get; set; }

    /// <summary>Names of the streams.</summary>
    public List<string> StreamNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The streams.</summary>
    public List<StreamSummary> StreamSummaries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
