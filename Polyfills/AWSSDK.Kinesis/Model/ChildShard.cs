namespace Amazon.Kinesis.Model;

public partial class ChildShard
{
    public HashKeyRange HashKeyRange { get; set; }

    public List<string> ParentShards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ShardId { get; set; }
}
