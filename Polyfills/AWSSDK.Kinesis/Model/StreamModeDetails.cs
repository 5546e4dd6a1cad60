namespace Amazon.Kinesis.Model;

/// <summary>The capacity mode of a stream.</summary>
public partial class StreamModeDetails
{
    /// <summary>Capacity mode of the stream.</summary>
    public StreamMode StreamMode { get; set; }
}
