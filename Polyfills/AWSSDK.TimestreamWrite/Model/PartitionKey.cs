namespace Amazon.TimestreamWrite.Model;

public partial class PartitionKey
{
    public PartitionKeyEnforcementLevel EnforcementInRecord { get; set; }

    public string Name { get; set; }

    public PartitionKeyType Type { get; set; }
}
