namespace TelemetryAspire.Simulator.Fleet;

/// <summary>
/// What a number is drawn for: each purpose has numbers of its own, so that one more draw moves no other.
/// </summary>
internal enum Purpose
{
    Identity,
    Phase,
    Curve,
    Measures,
    Duplicate,
    Malformed,
    Offline,
    Burst,
    ClockRank,
    ClockLead,
}

/// <summary>
/// Numbers that follow from seed, purpose, device and index alone, in whatever order they are asked for: SplitMix64
/// (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
/// </summary>
internal struct Draws
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>The numbers of one device for one purpose.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="purpose">What they are for.</param>
    /// <param name="device">Index of the device.</param>
    /// <param name="index">Which occasion: a reading, a period.</param>
    public Draws(int seed, Purpose purpose, int device, long index = 0)
    {
        _state = Mix((ulong)seed + Gamma);
        _state = Mix(_state ^ (((ulong)purpose << 32) | (uint)device));
        _state = Mix(_state + (Gamma * (ulong)index));
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits() => Mix(_state += Gamma);

    /// <summary>The next number from 0 up to, not including, 1.</summary>
    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next duration between two others.</summary>
    public TimeSpan Next(TimeSpan shortest, TimeSpan longest) => shortest + ((longest - shortest) * Next());

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
