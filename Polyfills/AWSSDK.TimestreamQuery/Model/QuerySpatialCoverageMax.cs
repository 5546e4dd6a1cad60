namespace Amazon.TimestreamQuery.Model;

public partial class QuerySpatialCoverageMax
{
    public List<string> PartitionKey { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string TableArn { get; set; }

    public double? Value { get; set; }
}
