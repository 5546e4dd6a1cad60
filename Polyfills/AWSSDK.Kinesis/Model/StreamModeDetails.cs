namespace Amazon.Kinesis.Model;

public partial class StreamModeDetails
{
    public StreamMode StreamMode { get; set; }
}
