namespace TelemetryAspire.Simulator.Fleet;

/// <summary>The moment of a reading.</summary>
/// <param name="Elapsed">Time since the start of the fleet.</param>
/// <param name="Number">
/// Number of the reading, the same whenever it is looked at; readings of bursts have their own.
/// </param>
internal readonly record struct ReadingMoment(TimeSpan Elapsed, long Number);

/// <summary>A message a device sends.</summary>
/// <param name="Due">
/// When it leaves the device: the time of the reading, or the end of the time the device was offline.
/// </param>
/// <param name="DeviceId">The device.</param>
/// <param name="Message">The bytes.</param>
internal sealed record Delivery(DateTimeOffset Due, string DeviceId, ReadOnlyMemory<byte> Message);
