namespace Amazon.TimestreamWrite.Model;

/// <summary>One attribute of a table's partition key.</summary>
public partial class PartitionKey
{
    /// <summary>Whether every record must have the dimension.</summary>
    public PartitionKeyEnforcementLevel EnforcementInRecord { get; set; }

    /// <summary>Name of the dimension; null for the measure name.</summary>
    public string Name { get; set; }

    /// <summary>Dimension or measure name.</summary>
    public PartitionKeyType Type { get; set; }
}
