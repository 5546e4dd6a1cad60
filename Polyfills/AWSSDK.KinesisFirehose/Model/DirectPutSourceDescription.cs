namespace Amazon.KinesisFirehose.Model;

public partial class DirectPutSourceDescription
{
    public int? ThroughputHintInMBs { get; set; }
}
