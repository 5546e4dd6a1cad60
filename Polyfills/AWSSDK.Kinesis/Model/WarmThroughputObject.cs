namespace Amazon.Kinesis.Model;

public partial class WarmThroughputObject
{
    public int? CurrentMiBps { get; set; }

    public int? TargetMiBps { get; set; }
}
