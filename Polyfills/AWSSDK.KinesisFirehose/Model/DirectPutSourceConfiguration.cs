namespace Amazon.KinesisFirehose.Model;

/// <summary>Throughput expected of direct puts.</summary>
public partial class DirectPutSourceConfiguration
{
    /// <summary>Throughput to prepare for, in MiB/s.</summary>
    public int? ThroughputHintInMBs { get; set; }
}
