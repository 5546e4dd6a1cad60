using TelemetryAspire.Simulator.Kinesis;

namespace TelemetryAspire.Simulator.Replay;

/// <summary>How the replay stands, for health and tests.</summary>
internal sealed class ReplayState
{
    private volatile string? _failure;
    private volatile bool _isFinished;

    /// <summary>What has become of the replayed messages.</summary>
    public ProducerTally Tally { get; } = new("replay");

    /// <summary>Whether every message of the file has been accepted or refused.</summary>
    public bool IsFinished
    {
        get => _isFinished;
        set => _isFinished = value;
    }

    /// <summary>Why the replay ended early; null when it did not.</summary>
    public string? Failure
    {
        get => _failure;
        set => _failure = value;
    }
}
