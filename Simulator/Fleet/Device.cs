using System.Runtime.InteropServices;

namespace TelemetryAspire.Simulator.Fleet;

/// <summary>A device: who it is, when it reads, and how wrong its clock is.</summary>
/// <param name="Index">Its place in the fleet.</param>
/// <param name="Id">Its id, a UUID that follows from the seed.</param>
/// <param name="Phase">When it reads first, after the start of the fleet; less than a reading interval.</param>
/// <param name="ShiftHours">How much later its day is than the fleet's, in hours.</param>
/// <param name="ClockError">How far its clock is ahead, or behind when negative, once faults begin.</param>
internal sealed record Device(int Index, string Id, TimeSpan Phase, double ShiftHours, TimeSpan ClockError)
{
    private const double LongestShiftHours = 2;

    /// <summary>The device at a place of a fleet.</summary>
    public static Device Create(int seed, int index, TimeSpan readingInterval, TimeSpan clockError)
    {
        var phase = new Draws(seed, Purpose.Phase, index).Next(TimeSpan.Zero, readingInterval);
        var shift = LongestShiftHours * ((2 * new Draws(seed, Purpose.Curve, index).Next()) - 1);
        return new Device(index, CreateId(seed, index), WholeMicroseconds(phase), shift, clockError);
    }

    // Devices in the field count microseconds; finer digits would only be longer.
    private static TimeSpan WholeMicroseconds(TimeSpan time) =>
        TimeSpan.FromTicks(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond));

    private static string CreateId(int seed, int index)
    {
        var draws = new Draws(seed, Purpose.Identity, index);
        Span<ulong> bits = [draws.NextBits(), draws.NextBits()];
        var bytes = MemoryMarshal.AsBytes(bits);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40); // Version 4 and variant of RFC 9562: random.
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
