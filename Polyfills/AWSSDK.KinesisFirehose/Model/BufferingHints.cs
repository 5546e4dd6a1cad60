namespace Amazon.KinesisFirehose.Model;

/// <summary>How much or how long is collected before an object is delivered, whichever comes first.</summary>
public partial class BufferingHints
{
    /// <summary>How long to collect, in seconds: 0 to 900, 300 unless set.</summary>
    public int? IntervalInSeconds { get; set; }

    /// <summary>How much to collect, in MiB: 1 to 128, 5 unless set.</summary>
    public int? SizeInMBs { get; set; }
}
