namespace Amazon.Kinesis.Model;

/// <summary>First and last sequence number of a shard.</summary>
public partial class SequenceNumberRange
{
    /// <summary>Last sequence number of a closed shard; null while it is open.</summary>
    public string EndingSequenceNumber { get; set; }

    /// <summary>First sequence number of the shard.</summary>
    public string StartingSequenceNumber { get; set; }
}
