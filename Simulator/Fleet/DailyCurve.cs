namespace TelemetryAspire.Simulator.Fleet;

/// <summary>One measure over a day: a wave between two values with its peak at one hour, and a little noise.</summary>
/// <param name="Name">Name of the measure, as it is sent.</param>
/// <param name="Low">Smallest usual value.</param>
/// <param name="High">Largest usual value.</param>
/// <param name="PeakHour">Hour of the day, UTC, of the highest values.</param>
internal sealed record DailyCurve(string Name, double Low, double High, double PeakHour)
{
    private const double NoiseShare = 0.1;

    /// <summary>The measures of a device. Ranges as in the reference fleet: °C, % relative humidity, V, W.</summary>
    public static IReadOnlyList<DailyCurve> All { get; } =
    [
        new("temperature_measure", 10, 15, PeakHour: 15),
        new("humidity_measure", 50, 100, PeakHour: 5),
        new("voltage_measure", 30, 70, PeakHour: 12),
        new("watt_measure", 200, 400, PeakHour: 19),
    ];

    /// <summary>The usual value at a time of day, always between <see cref="Low"/> and <see cref="High"/>.</summary>
    /// <param name="timeOfDay">UTC.</param>
    /// <param name="shiftHours">How much later than the fleet's this device's day is.</param>
    /// <param name="noise">0 to 1.</param>
    public double ValueAt(TimeSpan timeOfDay, double shiftHours, double noise)
    {
        var wave = Math.Cos(Math.Tau * (timeOfDay.TotalHours - PeakHour - shiftHours) / 24);
        var swing = ((1 - NoiseShare) * wave) + (NoiseShare * ((2 * noise) - 1));
        return ((Low + High) / 2) + ((High - Low) / 2 * swing);
    }

    /// <summary>A value that cannot be: the usual one carried past one end of the range.</summary>
    public double AnomalyOf(double usual, bool upward) => upward ? usual + High : usual - Low;
}
