using TelemetryAspire.LocalAws.Kinesis.Records;

namespace TelemetryAspire.LocalAws.Kinesis.Subscriptions;

/// <summary>What a subscriber is sent: records, or none to say that there are none.</summary>
internal sealed record SubscribeToShardEvent : IDisposable
{
    public required RecordPage Records { get; init; }

    /// <summary>Where to read on after this subscription; null at the end of a closed shard.</summary>
    public required string? ContinuationSequenceNumber { get; init; }

    public required long MillisBehindLatest { get; init; }

    /// <summary>Where to read on at the end of a closed shard.</summary>
    public IReadOnlyList<ChildShard>? ChildShards { get; init; }

    public void Dispose() => Records.Dispose();
}
