using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelemetryAspire.Simulator.Kinesis;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Simulator.Replay;

/// <summary>Sends the messages of a file, once, at the chosen speed.</summary>
internal sealed partial class ReplayService(
    IOptions<SimulatorOptions> simulator,
    IOptions<TelemetryOptions> telemetry,
    StreamProducer producer,
    ReplayState state,
    TimeProvider timeProvider,
    ILogger<ReplayService> logger) : BackgroundService
{
    private readonly ReplayOptions _options = simulator.Value.Replay;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_options.IsOn)
        {
            return;
        }

        LogStarted(_options.File!, _options.Speed, _options.Times);
        try
        {
            await SendAllAsync(stoppingToken);
            await producer.DrainAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // What was read before the damage has been sent; the rest of the simulator goes on, and health tells.
            state.Failure = exception.Message;
            LogFailed(_options.File!, exception);
            return;
        }

        state.IsFinished = true;
        LogFinished(state.Tally.Accepted);
        if (state.Tally.Refused > 0)
        {
            LogRefused(state.Tally.Refused);
        }
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        ReplayPace? pace = null;
        var number = 0L;
        await foreach (var message in ReadAsync(cancellationToken))
        {
            number++;
            var bytes = message.Bytes;
            if (message.At(_options.TimeUnit) is { } time)
            {
                pace ??= await StartPaceAsync(time, cancellationToken);
                await WaitUntilAsync(pace.Due(time), cancellationToken);
                if (_options.Times == ReplayTimes.ShiftedToNow)
                {
                    bytes = message.WithTime(pace.Shift(time), _options.TimeUnit);
                }
            }

            // A message without a key has no order to keep: its number spreads it over the shards.
            var key = message.PartitionKey ?? number.ToString(CultureInfo.InvariantCulture);
            await producer.ProduceAsync(
                new ProducedRecord(telemetry.Value.StreamName, key, bytes, state.Tally), cancellationToken);
        }
    }

    private async Task<ReplayPace> StartPaceAsync(DateTimeOffset first, CancellationToken cancellationToken)
    {
        var latest = first;
        if (_options is { Times: ReplayTimes.ShiftedToNow, Speed: 0 })
        {
            await foreach (var message in ReadAsync(cancellationToken))
            {
                latest = message.At(_options.TimeUnit) is { } time && time > latest ? time : latest;
            }
        }

        return new ReplayPace(_options.Speed, timeProvider.GetUtcNow(), first, latest);
    }

    private async IAsyncEnumerable<ReplayMessage> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Checked when the application started.
        _ = FieldPath.TryParse(_options.TimeField, out var timeField);
        _ = FieldPath.TryParse(_options.PartitionKeyField, out var partitionKeyField);
        await foreach (var line in ReplayFile.ReadLinesAsync(_options.File!, cancellationToken))
        {
            yield return ReplayMessage.Read(line, timeField!, partitionKeyField!);
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        if (due - timeProvider.GetUtcNow() is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, timeProvider, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "Replay of {File} begins, at speed {Speed}, with times {Times}.")]
    private partial void LogStarted(string file, double speed, ReplayTimes times);

    [LoggerMessage(LogLevel.Information, "Replay finished: {Records} records.")]
    private partial void LogFinished(long records);

    [LoggerMessage(LogLevel.Warning, "The stream refused {Records} records of the replay for good.")]
    private partial void LogRefused(long records);

    [LoggerMessage(LogLevel.Error, "Replay of {File} ended early.")]
    private partial void LogFailed(string file, Exception exception);
}
