namespace Amazon.Kinesis.Model;

/// <summary>Throughput that an on-demand stream keeps ready.</summary>
public partial class WarmThroughputObject
{
    /// <summary>What is ready now, in MiB/s.</summary>
    public int? CurrentMiBps { get; set; }

    /// <summary>What was asked for, in MiB/s.</summary>
    public int? TargetMiBps { get; set; }
}
