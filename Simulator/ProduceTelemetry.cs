using Microsoft.Extensions.Hosting;
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
/// When the stream takes nothing, the producer's buffer fills up and this invocation waits, and the next ones with it:
/// the fleet falls behind, as devices with a memory do, and catches up afterwards. No reading is skipped. A stop of the
/// simulator ends the wait.
/// </remarks>
internal sealed partial class ProduceTelemetry(
    FleetProgress fleet,
    StreamProducer producer,
    TimeProvider timeProvider,
    IHostApplicationLifetime lifetime,
    ILogger<ProduceTelemetry> logger)
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
        // The host cancels an invocation only when its shutdown timeout is over; with a full buffer in front of a
        // stream that is down, every stop would take that long.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, lifetime.ApplicationStopping);
        var produced = 0;
        try
        {
            foreach (var delivery in fleet.DueBy(timeProvider.GetUtcNow()))
            {
                await producer.ProduceAsync(
                    new ProducedRecord(input.Stream, delivery.DeviceId, delivery.Message, fleet.Tally), stop.Token);
                produced++;
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogStopped(produced);
            return;
        }

        LogProduced(produced, timer.ScheduleStatus.Last);
    }

    [LoggerMessage(LogLevel.Debug, "The fleet sent {Messages} messages by {Due}.")]
    private partial void LogProduced(int messages, DateTimeOffset due);

    [LoggerMessage(
        LogLevel.Warning,
        "The simulator stops while the buffer is full: the fleet sent {Messages} messages, and not the others it had.")]
    private partial void LogStopped(int messages);
}
