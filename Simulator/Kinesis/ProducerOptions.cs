using System.ComponentModel.DataAnnotations;

namespace TelemetryAspire.Simulator.Kinesis;

/// <summary>How messages are kept until the stream takes them.</summary>
internal sealed class ProducerOptions
{
    /// <summary>How many messages may wait for the stream; then the sources wait. Default 20,000.</summary>
    [Range(1, 10_000_000)]
    public int BufferRecords { get; set; } = 20_000;

    /// <summary>How many bytes may wait for the stream; then the sources wait. Default 64 MiB.</summary>
    [Range(1, 1 << 30)]
    public long BufferBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The longest wait between two attempts: 100 ms to 10 min. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a stop waits for the stream to take what is buffered; the rest is lost, and the log says how much. At
    /// most the host's shutdown timeout, 30 s. Default 5 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
