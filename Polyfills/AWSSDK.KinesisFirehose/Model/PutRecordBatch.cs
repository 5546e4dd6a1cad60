using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>What <c>PutRecordBatch</c> is asked.</summary>
public partial class PutRecordBatchRequest : AmazonKinesisFirehoseRequest
{
    /// <summary>Name of the delivery stream, 1 to 64 letters, digits, <c>_ . -</c>.</summary>
    public string DeliveryStreamName { get; set; }

    /// <summary>The records, 1 to 500.</summary>
    public List<Record> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>What <c>PutRecordBatch</c> replies.</summary>
public partial class PutRecordBatchResponse : AmazonWebServiceResponse
{
    /// <summary>Whether server-side encryption was on.</summary>
    public bool? Encrypted { get; set; }

    /// <summary>How many records were not taken.</summary>
    public int? FailedPutCount { get; set; }

    /// <summary>One result per record, in the order of the request.</summary>
    public List<PutRecordBatchResponseEntry> RequestResponses { get; set; } =
        AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>What became of one record, in the place the record had in the request.</summary>
public partial class PutRecordBatchResponseEntry
{
    /// <summary>Why the record failed; null when it did not.</summary>
    public string ErrorCode { get; set; }

    /// <summary>Why the record failed, in words.</summary>
    public string ErrorMessage { get; set; }

    /// <summary>Id of a record that was taken; null when it was not.</summary>
    public string RecordId { get; set; }
}
