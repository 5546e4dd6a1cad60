using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.FunctionHost.Tests.Timers;

/// <summary>
/// A virtual clock that knows whether anybody waits for it, so that it does not run ahead of the tested code.
/// </summary>
internal sealed class WatchedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private int _timers;

    public bool IsAwaited => Volatile.Read(ref _timers) > 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _timers);
        var timer = base.CreateTimer(callback, state, dueTime, period);
        return new WatchedTimer(timer, () => Interlocked.Decrement(ref _timers));
    }

    private sealed class WatchedTimer(ITimer inner, Action disposed) : ITimer
    {
        private int _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(dueTime, period);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            {
                inner.Dispose();
                disposed();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
