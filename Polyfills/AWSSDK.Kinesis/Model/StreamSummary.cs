namespace Amazon.Kinesis.Model;

public partial class StreamSummary
{
    public string StreamARN { get; set; }

    public DateTime? StreamCreationTimestamp { get; set; }

    public StreamModeDetails StreamModeDetails { get; set; }

    public string StreamName { get; set; }

    public StreamStatus StreamStatus { get; set; }
}
