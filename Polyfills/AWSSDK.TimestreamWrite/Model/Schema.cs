namespace Amazon.TimestreamWrite.Model;

/// <summary>How a table is partitioned.</summary>
public partial class Schema
{
    /// <summary>The attributes rows are partitioned by.</summary>
    public List<PartitionKey> CompositePartitionKey { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
