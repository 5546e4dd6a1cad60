using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost;
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
    private long _number;

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
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever it was, ending the process would begin the file again, and again end in the same place. What was
            // read before has been sent; the rest of the simulator goes on, and health tells.
            state.Failure = exception.Message;
            LogFailed(_options.File!, _number, exception);
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
        var timeline = new ReplayTimeline(_options.LongestGap);
        await foreach (var message in ReadAsync(cancellationToken))
        {
            _number++;
            var bytes = message.Bytes;
            if (PlaceOf(message, timeline) is { } place)
            {
                pace ??= await StartPaceAsync(cancellationToken);
                await timeProvider.DelayUntilAsync(pace.Due(place), cancellationToken);
                if (_options.Times == ReplayTimes.ShiftedToNow)
                {
                    bytes = message.WithTime(pace.Shift(place), _options.TimeUnit);
                }
            }

            // A message without a key has no order to keep: its number spreads it over the shards.
            var key = message.PartitionKey ?? _number.ToString(CultureInfo.InvariantCulture);
            await producer.ProduceAsync(
                new ProducedRecord(telemetry.Value.StreamName, key, bytes, state.Tally), cancellationToken);
        }

        if (timeline.Doubtful > 0)
        {
            LogDoubtful(timeline.Doubtful, _options.LongestGap);
        }
    }

    private async Task<ReplayPace> StartPaceAsync(CancellationToken cancellationToken)
    {
        var latest = TimeSpan.Zero;
        if (_options is { Times: ReplayTimes.ShiftedToNow, Speed: 0 })
        {
            var timeline = new ReplayTimeline(_options.LongestGap);
            await foreach (var message in ReadAsync(cancellationToken))
            {
                latest = PlaceOf(message, timeline) is { } place && place > latest ? place : latest;
            }
        }

        return new ReplayPace(_options.Speed, timeProvider.GetUtcNow(), latest);
    }

    private TimeSpan? PlaceOf(ReplayMessage message, ReplayTimeline timeline) =>
        message.At(_options.TimeUnit) is { } time ? timeline.Place(time) : null;

    private async IAsyncEnumerable<ReplayMessage> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Checked when the application started.
        _ = MemberPath.TryParse(_options.TimeField, out var timeField, out _);
        _ = MemberPath.TryParse(_options.PartitionKeyField, out var partitionKeyField, out _);
        await foreach (var line in ReplayFile.ReadLinesAsync(_options.File!, cancellationToken))
        {
            yield return ReplayMessage.Read(line, timeField!, partitionKeyField!);
        }
    }

    [LoggerMessage(LogLevel.Information, "Replay of {File} begins, at speed {Speed}, with times {Times}.")]
    private partial void LogStarted(string file, double speed, ReplayTimes times);

    [LoggerMessage(LogLevel.Information, "Replay finished: {Records} records.")]
    private partial void LogFinished(long records);

    [LoggerMessage(LogLevel.Warning, "The stream refused {Records} records of the replay for good.")]
    private partial void LogRefused(long records);

    [LoggerMessage(
        LogLevel.Warning,
        "{Messages} messages of the replay have a time more than {LongestGap} from that of the one before: they were "
        + "sent at once, with the time they have.")]
    private partial void LogDoubtful(long messages, TimeSpan longestGap);

    [LoggerMessage(LogLevel.Error, "Replay of {File} ended early, after {Messages} messages.")]
    private partial void LogFailed(string file, long messages, Exception exception);
}
