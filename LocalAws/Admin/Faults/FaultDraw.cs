namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>
/// The random numbers of one call of one rule: the same for the same seed, rule and call, whatever else happens
/// meanwhile, on every machine and release.
/// </summary>
/// <remarks>SplitMix64 (https://prng.di.unimi.it/splitmix64.c). Not thread-safe.</remarks>
internal sealed class FaultDraw(long seed, int rule, long call)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(Mix(Mix((ulong)seed) + (uint)rule) + (ulong)call);

    /// <summary>A number from 0 to less than 1.</summary>
    public double NextDouble()
    {
        _state += Step;
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>
    /// Positions in a batch, each chosen with the probability <paramref name="rate"/>, and one at least.
    /// </summary>
    public HashSet<int> Choose(int count, double rate)
    {
        var chosen = Enumerable.Range(0, count).Where(_ => NextDouble() < rate).ToHashSet();
        if (chosen.Count == 0 && count > 0)
        {
            chosen.Add((int)(NextDouble() * count));
        }

        return chosen;
    }

    private static ulong Mix(ulong value)
    {
        value += Step;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
