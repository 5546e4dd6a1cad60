namespace Amazon.Kinesis.Model;

/// <summary>A record on the stream.</summary>
public partial class Record
{
    /// <summary>When the stream took the record, UTC, to the millisecond.</summary>
    public DateTime? ApproximateArrivalTimestamp { get; set; }

    /// <summary>The record's bytes.</summary>
    public MemoryStream Data { get; set; }

    /// <summary>How the record is encrypted at rest.</summary>
    public EncryptionType EncryptionType { get; set; }

    /// <summary>Key whose MD5 chooses the shard, 1 to 256 characters.</summary>
    public string PartitionKey { get; set; }

    /// <summary>The record's position in its shard, a decimal number.</summary>
    public string SequenceNumber { get; set; }
}
