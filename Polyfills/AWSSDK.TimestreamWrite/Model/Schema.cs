namespace Amazon.TimestreamWrite.Model;

public partial class Schema
{
    public List<PartitionKey> CompositePartitionKey { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
