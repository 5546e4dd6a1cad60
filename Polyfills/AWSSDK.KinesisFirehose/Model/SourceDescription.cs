namespace Amazon.KinesisFirehose.Model;

public partial class SourceDescription
{
    public DirectPutSourceDescription DirectPutSourceDescription { get; set; }

    public KinesisStreamSourceDescription KinesisStreamSourceDescription { get; set; }
}
