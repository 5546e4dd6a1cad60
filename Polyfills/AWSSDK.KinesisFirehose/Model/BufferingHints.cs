namespace Amazon.KinesisFirehose.Model;

public partial class BufferingHints
{
    public int? IntervalInSeconds { get; set; }

    public int? SizeInMBs { get; set; }
}
