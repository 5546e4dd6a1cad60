using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What <c>PutRecords</c> is asked.</summary>
public partial class PutRecordsRequest : AmazonKinesisRequest
{
    /// <summary>The records to write.</summary>
    public List<PutRecordsRequestEntry> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>Id of the stream, unique also among streams that had the same name.</summary>
    public string StreamId { get; set; }

    /// <summary>Name of the stream, 1 to 128 letters, digits, <c>_ . -</c>. Either this or the ARN is given.</summary>
    public string StreamName { get; set; }
}

/// <summary>One record to write.</summary>
public partial class PutRecordsRequestEntry
{
    /// <summary>The record's bytes. The whole stream is sent, wherever its position stands.</summary>
    public MemoryStream Data { get; set; }

    /// <summary>A hash to use in place of the partition key's, as a decimal number.</summary>
    public string ExplicitHashKey { get; set; }

    /// <summary>Key whose MD5 chooses the shard, 1 to 256 characters.</summary>
    public string PartitionKey { get; set; }
}

/// <summary>What <c>PutRecords</c> replies.</summary>
public partial class PutRecordsResponse : AmazonWebServiceResponse
{
    /// <summary>How the records are encrypted at rest.</summary>
    public EncryptionType EncryptionType { get; set; }

    /// <summary>How many records were not written.</summary>
    public int? FailedRecordCount { get; set; }

    /// <summary>One result per record, in the order of the request.</summary>
    public List<PutRecordsResultEntry> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>What became of one record, in the place the record had in the request.</summary>
public partial class PutRecordsResultEntry
{
    /// <summary>Why the record failed; null when it did not.</summary>
    public string ErrorCode { get; set; }

    /// <summary>Why the record failed, in words.</summary>
    public string ErrorMessage { get; set; }

    /// <summary>Position of a written record; null when it was not written.</summary>
    public string SequenceNumber { get; set; }

    /// <summary>Shard of a written record; null when it was not written.</summary>
    public string ShardId { get; set; }
}
