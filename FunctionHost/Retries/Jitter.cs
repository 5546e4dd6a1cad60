namespace TelemetryAspire.FunctionHost;

/// <summary>
/// The randomness of all delays: one seeded source, so that a run can be repeated. Safe from many threads.
/// </summary>
/// <param name="seed">Where the row of numbers begins.</param>
public sealed class Jitter(int seed)
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
