namespace Amazon.Kinesis.Model;

public partial class ShardFilter
{
    public string ShardId { get; set; }

    public DateTime? Timestamp { get; set; }

    public ShardFilterType Type { get; set; }
}
