using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>What <c>PutRecord</c> is asked.</summary>
public partial class PutRecordRequest : AmazonKinesisRequest
{
    /// <summary>The record's bytes. The whole stream is sent, wherever its position stands.</summary>
    public MemoryStream Data { get; set; }

    /// <summary>A hash to use in place of the partition key's, as a decimal number.</summary>
    public string ExplicitHashKey { get; set; }

    /// <summary>Key whose MD5 chooses the shard, 1 to 256 characters.</summary>
    public string PartitionKey { get; set; }

    /// <summary>Sequence number of the record before of the same key: keeps the order among them.</summary>
    public string SequenceNumberForOrdering { get; set; }

    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>Id of the stream, unique also among streams that had the same name.</summary>
    public string StreamId { get; set; }

    /// <summary>Name of the stream, 1 to 128 letters, digits, <c>_ . -</c>. Either this or the ARN is given.</summary>
    public string StreamName { get; set; }
}

/// <summary>What <c>PutRecord</c> replies.</summary>
public partial class PutRecordResponse : AmazonWebServiceResponse
{
    /// <summary>How the record is encrypted at rest.</summary>
    public EncryptionType EncryptionType { get; set; }

    /// <summary>The record's position in its shard, a decimal number.</summary>
    public string SequenceNumber { get; set; }

    /// <summary>Id of the shard.</summary>
    public string ShardId { get; set; }
}
