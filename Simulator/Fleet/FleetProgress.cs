using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelemetryAspire.Simulator.Kinesis;

namespace TelemetryAspire.Simulator.Fleet;

/// <summary>How far the fleet's messages have been taken. Used by one invocation at a time.</summary>
internal sealed partial class FleetProgress
{
    private readonly DeviceFleet _fleet;
    private DateTimeOffset _until;

    /// <summary>A fleet that begins at the configured start time, else now.</summary>
    public FleetProgress(IOptions<SimulatorOptions> options, TimeProvider timeProvider, ILogger<FleetProgress> logger)
    {
        // Whole microseconds, as devices count them.
        var now = timeProvider.GetUtcNow();
        var start = options.Value.StartTime ?? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        _fleet = new DeviceFleet(options.Value, start);
        _until = start.AddTicks(-1);
        if (_fleet.Devices.Count > 0)
        {
            LogStart(logger, _fleet.Devices.Count, options.Value.Seed, start);
        }
    }

    /// <summary>What has become of the fleet's messages.</summary>
    public ProducerTally Tally { get; } = new("fleet");

    /// <summary>
    /// The messages due by <paramref name="now"/> and not yet taken. They count as taken when all have been enumerated.
    /// </summary>
    public IEnumerable<Delivery> DueBy(DateTimeOffset now)
    {
        foreach (var delivery in _fleet.Deliveries(_until, now))
        {
            yield return delivery;
        }

        _until = now > _until ? now : _until;
    }

    [LoggerMessage(LogLevel.Information, "A fleet of {Devices} devices with seed {Seed} begins at {Start:yyyy-MM-dd HH:mm:ss}Z.")]
    private static partial void LogStart(ILogger logger, int devices, int seed, DateTimeOffset start);
}
