namespace Amazon.TimestreamQuery.Model;

/// <summary>The table of which a query touched most.</summary>
public partial class QuerySpatialCoverageMax
{
    /// <summary>The partition keys of the table.</summary>
    public List<string> PartitionKey { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>ARN of the table.</summary>
    public string TableArn { get; set; }

    /// <summary>The part that was touched, 0 to 1.</summary>
    public double? Value { get; set; }
}
