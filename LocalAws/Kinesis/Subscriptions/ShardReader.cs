using TelemetryAspire.LocalAws.Kinesis.Records;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Kinesis.Subscriptions;

/// <summary>Reads a shard forward, one event after the other.</summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="stream">The stream.</param>
/// <param name="shard">A shard of it.</param>
/// <param name="position">The number of the first record to read.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class ShardReader(KinesisStream stream, Shard shard, long position, TimeProvider timeProvider)
{
    private const int MaxRecords = 10_000;

    /// <summary>
    /// The most bytes of data and partition keys in an event; a single record is sent in any case. Each subscriber that
    /// does not take its events holds one of them.
    /// </summary>
    private const int MaxBytes = 256 * 1024;

    private long _position = position;
    private long _lastArrival;

    /// <summary>What there is to read now.</summary>
    /// <exception cref="Protocol.AwsException">The stream was deleted.</exception>
    public SubscribeToShardEvent Read()
    {
        // Asked first: what is added before the shard closes must still be read.
        var isClosed = shard.IsClosed;
        var records = shard.Read(_position, MaxRecords, MaxBytes);
        var isShardEnd = isClosed && records.IsAtEnd;
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        _position = records.NextNumber;
        if (records.Count > 0)
        {
            _lastArrival = records[records.Count - 1].Timestamp;
        }

        return new SubscribeToShardEvent
        {
            Records = new RecordPage(shard, records),
            ContinuationSequenceNumber = isShardEnd ? null : Continuation(records.Count > 0, now).ToString(),
            MillisBehindLatest = records.IsAtEnd ? 0 : Math.Max(0, now - _lastArrival),
            ChildShards = isShardEnd ? ChildShard.Of(shard, stream) : null,
        };
    }

    /// <summary>
    /// The last record sent; or, when there is none to send, a place after it and before all that come later.
    /// </summary>
    private SequenceNumber Continuation(bool hasRecords, long now) =>
        shard.SequenceNumberOf(_position - 1, hasRecords ? _lastArrival : Math.Max(now, _lastArrival));
}
