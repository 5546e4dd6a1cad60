using TelemetryAspire.Simulator.Fleet;

namespace TelemetryAspire.Simulator.Faults;

/// <summary>Which devices have a wrong clock.</summary>
internal static class ClockFaults
{
    /// <summary>How far each clock is ahead: mostly not at all.</summary>
    /// <remarks>
    /// Devices are ranked by chance and the first ones taken, so that a share above zero always has a device.
    /// </remarks>
    public static IReadOnlyList<TimeSpan> Assign(int seed, int devices, FaultOptions faults)
    {
        var errors = new TimeSpan[devices];
        var ranked = Enumerable.Range(0, devices)
            .OrderBy(device => new Draws(seed, Purpose.ClockRank, device).NextBits())
            .ToList();
        var ahead = (int)Math.Ceiling(faults.ClockAheadShare * devices);
        foreach (var device in ranked.Take(ahead))
        {
            errors[device] = new Draws(seed, Purpose.ClockLead, device)
                .Next(faults.ShortestClockLead, faults.LongestClockLead);
        }

        var hour = TimeSpan.FromHours(1);
        foreach (var device in ranked.Skip(ahead).Take((int)Math.Ceiling(faults.DaylightSavingShare * devices)))
        {
            errors[device] = hour;
            hour = -hour;
        }

        return errors;
    }
}
