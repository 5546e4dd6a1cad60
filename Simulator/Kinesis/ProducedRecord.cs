using System.Text;

namespace TelemetryAspire.Simulator.Kinesis;

/// <summary>A record on its way to the stream.</summary>
/// <param name="Stream">Name of the stream.</param>
/// <param name="PartitionKey">What chooses the shard: the device, so that its records stay in order.</param>
/// <param name="Data">The bytes.</param>
/// <param name="Tally">Where it is counted once it is accepted or refused.</param>
internal sealed record ProducedRecord(
    string Stream, string PartitionKey, ReadOnlyMemory<byte> Data, ProducerTally Tally)
{
    /// <summary>What it counts towards the limits of a request: data and key.</summary>
    public int SizeBytes { get; } = Data.Length + Encoding.UTF8.GetByteCount(PartitionKey);
}
