namespace TelemetryAspire.LocalAws.Kinesis.Throughput;

/// <summary>How many calls a second are allowed, of one operation.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="perSecond">The limit; as many are allowed at once.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="enforced">False admits everything.</param>
internal sealed class RequestRate(int perSecond, TimeProvider timeProvider, bool enforced)
{
    private readonly Lock _lock = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private readonly TokenBucket _calls = new(perSecond);

    /// <summary>Asks to make a call.</summary>
    public bool TryCall()
    {
        if (!enforced)
        {
            return true;
        }

        lock (_lock)
        {
            if (!_calls.Has(1, timeProvider.GetElapsedTime(_start)))
            {
                return false;
            }

            _calls.Take(1);
            return true;
        }
    }
}
