using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Simulator.Fleet;
using TelemetryAspire.Simulator.Kinesis;

namespace TelemetryAspire.Simulator;

/// <summary>What the function is told: <c>{"Stream": "KinesisTimestreamEvents"}</c>.</summary>
/// <param name="Stream">The stream to produce to.</param>
internal sealed record ProduceTelemetryEvent(string Stream);

/// <summary>Produces what the devices of the fleet have sent since the last invocation.</summary>
/// <remarks>
/// When the stream takes nothing, the producer's buffer fills up and this invocation waits, and the next ones with it: the
/// fleet falls behind, as devices with a memory do, and catches up afterwards. No reading is skipped.
/// </remarks>
internal sealed partial class ProduceTelemetry(
    FleetProgress fleet, StreamProducer producer, TimeProvider timeProvider, ILogger<ProduceTelemetry> logger)
{
    /// <summary>Produces everything that is due by now.</summary>
    [Function("ProduceTelemetry")]
    public async Task RunAsync(
        [TimerTrigger(
            "%Simulator:Schedule%", RunOnStartup = true, Input = """{"Stream":"%Telemetry:StreamName%"}""")]
        TimerInfo timer,
        ProduceTelemetryEvent input,
        CancellationToken cancellationToken)
    {
        var produced = 0;
        foreach (var delivery in fleet.DueBy(timeProvider.GetUtcNow()))
        {
            await producer.ProduceAsync(
                new ProducedRecord(input.Stream, delivery.DeviceId, delivery.Message, fleet.Tally), cancellationToken);
            produced++;
        }

        LogProduced(produced, timer.ScheduleStatus.Last);
    }

    [LoggerMessage(LogLevel.Debug, "The fleet sent {Messages} messages by {Due}.")]
    private partial void LogProduced(int messages, DateTimeOffset due);
}
