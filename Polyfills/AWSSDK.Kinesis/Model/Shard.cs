namespace Amazon.Kinesis.Model;

/// <summary>A shard: one ordered sequence of a stream's records.</summary>
public partial class Shard
{
    /// <summary>The other shard it came from, after a merge.</summary>
    public string AdjacentParentShardId { get; set; }

    /// <summary>The range of hashes the shard takes.</summary>
    public HashKeyRange HashKeyRange { get; set; }

    /// <summary>The shard it came from.</summary>
    public string ParentShardId { get; set; }

    /// <summary>First and last sequence number.</summary>
    public SequenceNumberRange SequenceNumberRange { get; set; }

    /// <summary>Id of the shard.</summary>
    public string ShardId { get; set; }
}
