namespace TelemetryAspire.FunctionHost.Retries;

/// <summary>
/// The randomness of all delays: one seeded source, so that a run can be repeated. Safe from many threads.
/// </summary>
internal sealed class Jitter(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Next()
    {
        lock (_gate)
        {
            return _random.NextDouble();
        }
    }
}
