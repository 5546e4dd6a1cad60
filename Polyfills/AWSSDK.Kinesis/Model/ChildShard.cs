namespace Amazon.Kinesis.Model;

/// <summary>A shard that goes on where a closed one ended.</summary>
public partial class ChildShard
{
    /// <summary>The range of hashes the shard takes.</summary>
    public HashKeyRange HashKeyRange { get; set; }

    /// <summary>The closed shards it follows: one after a split, two after a merge.</summary>
    public List<string> ParentShards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Id of the shard.</summary>
    public string ShardId { get; set; }
}
