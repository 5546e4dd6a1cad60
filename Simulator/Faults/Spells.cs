using TelemetryAspire.Simulator.Fleet;

namespace TelemetryAspire.Simulator.Faults;

/// <summary>A while, from its start up to, not including, its end, both since the start of the fleet.</summary>
internal readonly record struct Spell(TimeSpan Start, TimeSpan End);

/// <summary>When something comes over the devices. Pure: a spell follows from seed, device and period.</summary>
internal sealed class Spells(int seed, Purpose purpose, SpellOptions options, TimeSpan notBefore)
{
    /// <summary>Whether a device is in a spell at a time.</summary>
    public bool Covers(int device, TimeSpan elapsed) =>
        SpellOf(device, PeriodAt(elapsed)) is { } spell && spell.Start <= elapsed && elapsed < spell.End;

    /// <summary>The spells of a device that end after one time and not after another.</summary>
    public IEnumerable<Spell> EndingIn(int device, TimeSpan after, TimeSpan until)
    {
        // A spell ends within its period or with it, that is, at the first moment of the next.
        for (var period = PeriodAt(after); period <= PeriodAt(until); period++)
        {
            if (SpellOf(device, period) is { } spell && spell.End > after && spell.End <= until)
            {
                yield return spell;
            }
        }
    }

    private long PeriodAt(TimeSpan elapsed) => Math.Max(0, elapsed.Ticks) / options.Period.Ticks;

    private Spell? SpellOf(int device, long period)
    {
        var draws = new Draws(seed, purpose, device, period);
        if (draws.Next() >= options.Chance)
        {
            return null;
        }

        var length = draws.Next(options.Shortest, options.Longest);
        var start = (options.Period * period) + draws.Next(TimeSpan.Zero, options.Period - length);
        return start >= notBefore && length > TimeSpan.Zero ? new Spell(start, start + length) : null;
    }
}
