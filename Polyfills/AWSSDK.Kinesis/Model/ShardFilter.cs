namespace Amazon.Kinesis.Model;

/// <summary>Which shards ListShards tells of.</summary>
public partial class ShardFilter
{
    /// <summary>The shard that AFTER_SHARD_ID means.</summary>
    public string ShardId { get; set; }

    /// <summary>The time that the _TIMESTAMP filters mean.</summary>
    public DateTime? Timestamp { get; set; }

    /// <summary>Which shards are wanted.</summary>
    public ShardFilterType Type { get; set; }
}
