using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Protocol.EventStreams;

namespace TelemetryAspire.LocalAws.Kinesis.Subscriptions;

/// <summary>Pushes the records of a shard to one caller of SubscribeToShard, for five minutes at most.</summary>
/// <remarks>Made, ended and closed by its <see cref="SubscriptionSlot"/>; enumerated once.</remarks>
internal sealed class ShardSubscription : IEventStream<SubscribeToShardEvent>
{
    /// <summary>How long a subscription lasts.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>How often a subscriber is sent something at least, so that it can tell quiet from broken.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    private readonly SubscriptionSlot _slot;
    private readonly Shard _shard;
    private readonly ShardReader _reader;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _lifetime;
    private readonly CancellationTokenSource _ended;
    private AwsException? _error;

    public ShardSubscription(
        SubscriptionSlot slot,
        Shard shard,
        ShardReader reader,
        TimeProvider timeProvider,
        CancellationToken stopping)
    {
        _slot = slot;
        _shard = shard;
        _reader = reader;
        _timeProvider = timeProvider;
        _lifetime = new CancellationTokenSource(Lifetime, timeProvider);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(_lifetime.Token, stopping);
        Ended = _ended.Token;
    }

    public CancellationToken Ended { get; }

    /// <summary>Ends the subscription with an error. Must not be called once it is disposed.</summary>
    public void End(AwsException error)
    {
        _error = error;
        // Not here, where a lock is held: what waits for the end goes on in threads of its own.
        _ = _ended.CancelAsync();
    }

    public async IAsyncEnumerator<SubscribeToShardEvent> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ended, cancellationToken);
        var heartbeat = Task.CompletedTask;
        long? lastSent = null;
        while (!IsOver(cancellationToken))
        {
            var changed = _shard.Changes.Next;
            var message = _reader.Read();
            var isLast = message.ChildShards is not null;
            var records = message.Records.Records;
            var bytes = records.PayloadBytes;
            if (records.Count == 0 && !isLast && RemainingSilence(lastSent) is { Ticks: > 0 } silence)
            {
                message.Dispose();
                heartbeat = heartbeat.IsCompleted ? Task.Delay(silence, _timeProvider, over.Token) : heartbeat;
                await Task.WhenAny(changed, heartbeat);
                continue;
            }

            lastSent = _timeProvider.GetTimestamp();
            yield return message;
            if (isLast)
            {
                break;
            }

            if (_slot.TimeToPayFor(bytes) is { Ticks: > 0 } pause)
            {
                await Task.WhenAny(Task.Delay(pause, _timeProvider, over.Token));
            }
        }
    }

    public void Dispose()
    {
        _slot.Close(this);
        _ended.Dispose();
        _lifetime.Dispose();
    }

    private bool IsOver(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Ended.IsCancellationRequested && (_error is null ? true : throw _error);
    }

    private TimeSpan RemainingSilence(long? lastSent) => lastSent is { } sent
        ? Heartbeat - _timeProvider.GetElapsedTime(sent)
        : TimeSpan.Zero;
}
