namespace Amazon.KinesisFirehose.Model;

public partial class DirectPutSourceConfiguration
{
    public int? ThroughputHintInMBs { get; set; }
}
