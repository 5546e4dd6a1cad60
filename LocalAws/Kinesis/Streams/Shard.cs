using System.Collections.Concurrent;
using System.Globalization;
using TelemetryAspire.LocalAws.Kinesis.Subscriptions;
using TelemetryAspire.LocalAws.Kinesis.Throughput;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>One shard: its hash keys, its limits and its records on disk.</summary>
/// <remarks>Thread-safe. Record number n of the log has the counter n + 1 in its sequence number.</remarks>
internal sealed class Shard : IDisposable
{
    private readonly Lock _appendLock = new();
    private readonly TimeProvider _timeProvider;
    private readonly RecordLog _log;
    private readonly long _createdSeconds;
    private volatile ShardMetadata _metadata;
    private volatile StreamMetadata _stream;

    public Shard(
        StreamMetadata stream,
        ShardMetadata shard,
        RecordLog log,
        ShardThroughput throughput,
        TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _log = log;
        _stream = stream;
        _metadata = shard;
        _createdSeconds = shard.CreatedAt / 1000;
        Index = shard.Index;
        Id = IdOf((uint)shard.Index);
        HashKeys = new HashKeyRange(ParseHashKey(shard.StartingHashKey), ParseHashKey(shard.EndingHashKey));
        Throughput = throughput;
        StartingSequenceNumber = new SequenceNumber(_createdSeconds, (uint)Index, 0, _createdSeconds);
    }

    /// <summary>The number in the shard's id.</summary>
    public int Index { get; }

    public string Id { get; }

    public HashKeyRange HashKeys { get; }

    public ShardThroughput Throughput { get; }

    public SequenceNumber StartingSequenceNumber { get; }

    /// <summary>Raised when there is something new to read: records, the shard's end, or its deletion.</summary>
    public ChangeSignal Changes => _log.Changes;

    /// <summary>Who is, or lately was, subscribed to the shard, by the ARN of the consumer.</summary>
    public ConcurrentDictionary<string, SubscriptionSlot> Subscribers { get; } = new(StringComparer.Ordinal);

    /// <summary>The last sequence number a closed shard could have had; null while it is open.</summary>
    public SequenceNumber? EndingSequenceNumber => Metadata.ClosedAt is { } closedAt
        ? new SequenceNumber(_createdSeconds, (uint)Index, long.MaxValue, closedAt / 1000)
        : null;

    /// <summary>What is stored about the shard. Replaced, by its stream only, when it closes.</summary>
    public ShardMetadata Metadata
    {
        get => _metadata;
        set => _metadata = value;
    }

    /// <summary>What is stored about the shard's stream. Replaced, by the stream only, with every change.</summary>
    public StreamMetadata Stream
    {
        get => _stream;
        set => _stream = value;
    }

    /// <summary>Whether a split or merge closed the shard: it takes no more records.</summary>
    public bool IsClosed => Metadata.ClosedAt is not null;

    /// <summary>The number of the next record.</summary>
    public long NextNumber => WhileOpen(log => log.NextNumber);

    /// <summary>
    /// Closes shards: runs <paramref name="commit"/>, which has to mark them as closed, while no record can be added.
    /// </summary>
    /// <remarks>An append waits meanwhile and then finds its shard closed, or open when commit threw.</remarks>
    public static void CloseTogether(IReadOnlyList<Shard> shards, Action commit)
    {
        var locked = 0;
        try
        {
            for (; locked < shards.Count; locked++)
            {
                shards[locked]._appendLock.Enter();
            }

            foreach (var shard in shards)
            {
                // Who finds a shard closed takes what can be read of it for all there will ever be.
                shard._log.WaitForAppends();
            }

            commit();
        }
        finally
        {
            for (; locked > 0; locked--)
            {
                shards[locked - 1]._appendLock.Exit();
            }
        }

        foreach (var shard in shards)
        {
            shard.Changes.Raise();
        }
    }

    /// <summary>The id of the shard with this index, for example <c>shardId-000000000002</c>.</summary>
    public static string IdOf(uint index) => "shardId-" + index.ToString("D12", CultureInfo.InvariantCulture);

    /// <summary>The id in full of what a caller may write as <c>2</c>, <c>shardId-2</c> or <c>any-2</c>.</summary>
    public static string NormalizeId(string shardId) =>
        TryParseId(shardId, out var index) ? IdOf((uint)index) : shardId;

    /// <summary>The index in an id of any form that <see cref="NormalizeId"/> takes.</summary>
    public static bool TryParseId(string shardId, out int index)
    {
        var number = shardId.Split('-') is [_, { Length: > 0 } second, ..] ? second : shardId;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }

    /// <summary>Appends records made with <see cref="ShardRecord.Add"/>, durably; null when the shard is closed.</summary>
    /// <returns>The first record's number and the arrival time of all, milliseconds since 1970.</returns>
    /// <exception cref="IOException">Nothing was appended.</exception>
    public Task<(long FirstNumber, long ArrivalTime)>? TryAppendAsync(LogBatch records)
    {
        // Under one lock, arrival times go up with sequence numbers as long as the clock does.
        lock (_appendLock)
        {
            if (IsClosed)
            {
                return null;
            }

            var arrivalTime = _timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
            return FinishAsync(_log.AppendAsync(records, arrivalTime), arrivalTime);
        }
    }

    /// <summary>Reads records from <paramref name="number"/> on, or from the oldest one in retention.</summary>
    public LogRecords Read(long number, int maxRecords, long maxBytes) => WhileOpen(log =>
    {
        var records = log.Read(number, maxRecords, maxBytes);
        var horizon = Stream.TrimHorizon(_timeProvider.GetUtcNow());
        if (records.Count == 0 || records[0].Timestamp >= horizon)
        {
            return records;
        }

        // Files go segment by segment, so there may be records that are out of retention already.
        var first = log.FindTime(horizon);
        if (first <= records[0].Number)
        {
            return records;
        }

        records.Dispose();
        return log.Read(first, maxRecords, maxBytes);
    });

    /// <summary>
    /// The number of the first record that arrived at or after <paramref name="timestamp"/> (ms since 1970).
    /// </summary>
    public long FindTime(long timestamp) => WhileOpen(log => log.FindTime(timestamp));

    /// <summary>Drops what arrived before <paramref name="timestamp"/> (ms since 1970), segment by segment.</summary>
    public void TrimBefore(long timestamp) => WhileOpen(log =>
    {
        log.TrimBefore(timestamp);
        return true;
    });

    /// <summary>The sequence number of the record with this number and arrival time.</summary>
    public SequenceNumber SequenceNumberOf(long number, long arrivalTime) =>
        new(_createdSeconds, (uint)Index, (ulong)number + 1, arrivalTime / 1000);

    /// <summary>Whether a record of the shard, or of one before it with its index, can have had that number.</summary>
    public bool MayHaveIssued(SequenceNumber number) =>
        number.ShardCreatedSeconds < _createdSeconds
        || (number.ShardCreatedSeconds == _createdSeconds && (IsClosed || number.Counter <= (ulong)NextNumber));

    /// <summary>Whether this shard came of splitting or merging <paramref name="parent"/>.</summary>
    public bool IsChildOf(Shard parent) =>
        Metadata.Parent == parent.Index || Metadata.AdjacentParent == parent.Index;

    public void Dispose() => _log.Dispose();

    private static UInt128 ParseHashKey(string text) => UInt128.Parse(text, CultureInfo.InvariantCulture);

    private async Task<(long FirstNumber, long ArrivalTime)> FinishAsync(Task<long> append, long arrivalTime)
    {
        try
        {
            return (await append, arrivalTime);
        }
        catch (ObjectDisposedException)
        {
            throw KinesisErrors.StreamNotFound(Stream.Name);
        }
    }

    /// <summary>A call that met the deletion of its stream half way ends as one that came after it.</summary>
    private T WhileOpen<T>(Func<RecordLog, T> use)
    {
        try
        {
            return use(_log);
        }
        catch (ObjectDisposedException)
        {
            throw KinesisErrors.StreamNotFound(Stream.Name);
        }
    }
}
