using TelemetryAspire.LocalAws.Kinesis.Throughput;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Subscriptions;

/// <summary>The place for the one subscription of a consumer to a shard: who takes it over, and its limits.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="timeProvider">The clock.</param>
/// <param name="limitsEnforced">Whether calls and bytes are limited; who takes over from whom is no limit.</param>
internal sealed class SubscriptionSlot(TimeProvider timeProvider, bool limitsEnforced)
{
    private const int CallsPerSecond = 1;
    private const int BytesPerSecond = 2 * 1024 * 1024;

    /// <summary>How long a subscription is safe from being taken over.</summary>
    private static readonly TimeSpan TakeOverAfter = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private readonly TokenBucket _calls = new(CallsPerSecond);
    private readonly TokenBucket _bytes = new(BytesPerSecond);
    private TimeSpan? _openedAt;
    private ShardSubscription? _current;

    /// <summary>Whether there is a subscription.</summary>
    public bool IsTaken
    {
        get
        {
            lock (_lock)
            {
                return _current is not null;
            }
        }
    }

    /// <summary>Opens a subscription, which takes over from the one there is.</summary>
    /// <param name="open">Makes the subscription; may refuse with an exception.</param>
    /// <param name="taken">For a caller who comes too soon, and for the subscription that is taken over.</param>
    /// <param name="tooMany">For a caller who calls too often.</param>
    public ShardSubscription Open(
        Func<SubscriptionSlot, ShardSubscription> open,
        Func<AwsException> taken,
        Func<AwsException> tooMany)
    {
        lock (_lock)
        {
            var now = Now();
            if (now - _openedAt < TakeOverAfter)
            {
                throw taken();
            }

            if (limitsEnforced && !_calls.Has(1, now))
            {
                throw tooMany();
            }

            _calls.Take(1);
            var next = open(this);
            _current?.End(taken());
            _current = next;
            _openedAt = now;
            return next;
        }
    }

    /// <summary>Ends the subscription there is with an error.</summary>
    public void End(AwsException error)
    {
        lock (_lock)
        {
            _current?.End(error);
        }
    }

    /// <summary>Forgets a subscription that is over.</summary>
    public void Close(ShardSubscription subscription)
    {
        lock (_lock)
        {
            if (_current == subscription)
            {
                _current = null;
            }
        }
    }

    /// <summary>Counts bytes that were sent.</summary>
    /// <returns>How long to wait before more are sent.</returns>
    public TimeSpan TimeToPayFor(long bytes)
    {
        if (!limitsEnforced)
        {
            return TimeSpan.Zero;
        }

        lock (_lock)
        {
            _bytes.Take(bytes);
            return _bytes.Until(1, Now());
        }
    }

    private TimeSpan Now() => timeProvider.GetElapsedTime(_start);
}
