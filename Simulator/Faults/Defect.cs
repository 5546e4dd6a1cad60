using TelemetryAspire.Simulator.Fleet;

namespace TelemetryAspire.Simulator.Faults;

/// <summary>What makes a message unreadable.</summary>
internal enum Defect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It ends in the middle, as after a broken connection.</summary>
    CutOff,

    /// <summary>It has no time.</summary>
    NoTime,

    /// <summary>Its time is thousands of years away.</summary>
    AbsurdTime,

    /// <summary>It has no device.</summary>
    NoDevice,

    /// <summary>A measure is NaN, which JSON does not know.</summary>
    NotANumber,

    /// <summary>A measure is text.</summary>
    TextMeasure,
}

/// <summary>Chooses among defects.</summary>
internal static class Defects
{
    private static readonly int Count = Enum.GetValues<Defect>().Length - 1;

    /// <summary>The defect of a malformed message.</summary>
    public static Defect Choose(int seed, int device, long reading)
    {
        var draws = new Draws(seed, Purpose.Malformed, device, reading);
        _ = draws.Next(); // The first number decided that the message is malformed at all.
        return (Defect)(1 + (int)(draws.Next() * Count));
    }
}
