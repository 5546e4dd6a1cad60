namespace Amazon.Kinesis.Model;

/// <summary>A stream in a listing.</summary>
public partial class StreamSummary
{
    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>When the stream was made, UTC.</summary>
    public DateTime? StreamCreationTimestamp { get; set; }

    /// <summary>Capacity mode of the stream.</summary>
    public StreamModeDetails StreamModeDetails { get; set; }

    /// <summary>Name of the stream.</summary>
    public string StreamName { get; set; }

    /// <summary>What the stream is going through.</summary>
    public StreamStatus StreamStatus { get; set; }
}
