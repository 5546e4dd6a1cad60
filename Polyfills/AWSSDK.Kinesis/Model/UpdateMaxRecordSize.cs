using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What <c>UpdateMaxRecordSize</c> is asked.</summary>
public partial class UpdateMaxRecordSizeRequest : AmazonKinesisRequest
{
    /// <summary>Largest record the stream takes, in KiB: 1,024 (default) to 10,240.</summary>
    public int? MaxRecordSizeInKiB { get; set; }

    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>Id of the stream, unique also among streams that had the same name.</summary>
    public string StreamId { get; set; }
}

/// <summary>What <c>UpdateMaxRecordSize</c> replies.</summary>
public partial class UpdateMaxRecordSizeResponse : AmazonWebServiceResponse
{
}
