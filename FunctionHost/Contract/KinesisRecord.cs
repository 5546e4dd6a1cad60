namespace TelemetryAspire.FunctionHost;

/// <summary>One record as it lies on the stream.</summary>
public sealed record KinesisRecord
{
    /// <summary>The record's position in its shard.</summary>
    public required SequenceNumber SequenceNumber { get; init; }

    /// <summary>The key the producer chose; records of one key keep their order. 1 to 256 characters.</summary>
    public required string PartitionKey { get; init; }

    /// <summary>When the stream received the record: UTC, to the millisecond, not strictly increasing.</summary>
    public required DateTimeOffset ApproximateArrivalTimestamp { get; init; }

    /// <summary>The producer's bytes, untouched; at most 10 MiB (a stream's limit is 1 MiB unless raised).</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }
}
