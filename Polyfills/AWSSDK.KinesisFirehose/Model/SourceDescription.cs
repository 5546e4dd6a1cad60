namespace Amazon.KinesisFirehose.Model;

/// <summary>The source of a delivery stream.</summary>
public partial class SourceDescription
{
    /// <summary>Set when records are put directly.</summary>
    public DirectPutSourceDescription DirectPutSourceDescription { get; set; }

    /// <summary>Set when a Kinesis stream is read.</summary>
    public KinesisStreamSourceDescription KinesisStreamSourceDescription { get; set; }
}
