namespace TelemetryAspire.Simulator.Kinesis;

/// <summary>How long to wait before the next attempt: doubling from 100 ms up to a cap, the upper half by chance.</summary>
internal sealed class SendBackoff(TimeSpan cap, Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    private int _failures;

    /// <summary>Begins again with the shortest wait: something has been accepted.</summary>
    public void Reset() => _failures = 0;

    /// <summary>The wait after one more failure.</summary>
    public TimeSpan Next()
    {
        // 2^20 times the first wait is past any cap; the bound keeps the power finite.
        var full = First * Math.Pow(2, Math.Min(_failures++, 20));
        full = full < cap ? full : cap;
        return (full / 2) + (full / 2 * random.NextDouble());
    }
}
