namespace TelemetryAspire.Simulator.Kinesis;

/// <summary>What has become of one source's records. Written only by the producer's loop.</summary>
/// <param name="source">The source, as metrics and logs name it.</param>
internal sealed class ProducerTally(string source)
{
    private long _accepted;
    private long _refused;

    /// <summary>The source.</summary>
    public string Source { get; } = source;

    /// <summary>Records the stream has acknowledged.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Records the stream will never take.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    internal void CountAccepted() => Interlocked.Increment(ref _accepted);

    internal void CountRefused() => Interlocked.Increment(ref _refused);
}
