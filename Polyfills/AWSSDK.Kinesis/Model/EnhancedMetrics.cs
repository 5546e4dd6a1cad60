namespace Amazon.Kinesis.Model;

/// <summary>Which shard-level metrics a stream emits.</summary>
public partial class EnhancedMetrics
{
    /// <summary>Names of the metrics.</summary>
    public List<string> ShardLevelMetrics { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
