using System.Diagnostics;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost.Retries;

namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>Reads one shard from a position on, page by page, at the pace the stream allows.</summary>
/// <remarks>Not safe from two threads: the one read loop of the shard calls it.</remarks>
internal sealed partial class ShardReader(
    IAmazonKinesis kinesis,
    StreamIdentity stream,
    ShardId shardId,
    string function,
    SequenceNumber? after,
    ReadPace pace,
    OutageHold hold,
    TimeProvider timeProvider,
    ILogger<ShardReader> logger)
{
    /// <summary>GetRecords returns no more in one call (Kinesis quota), and at most 10 MB.</summary>
    private const int MaxRecordsPerRead = 10_000;

    private readonly string _what = FunctionHostHealth.NameOf(function, stream.Name, shardId) + " (reading)";
    private readonly TagList _tags = FunctionHostInstrumentation.Tags(function, stream.Name, shardId);
    private SequenceNumber? _lastRead = after;
    private string? _iterator;
    private TimeSpan _wait;

    /// <summary>
    /// The next page, waited for until it is time to ask; an empty page when the shard has nothing new.
    /// </summary>
    /// <exception cref="ResourceNotFoundException">The stream or the shard is gone.</exception>
    public async Task<ShardPage> ReadAsync(StopSignals stop)
    {
        for (var failures = 0; ;)
        {
            await Task.Delay(_wait, timeProvider, stop.StopReading);
            try
            {
                var page = await ReadOnceAsync(stop.StopReading);
                hold.Recovered(_what);
                _wait = pace.AfterRead(isBehind: page.IteratorAge > TimeSpan.Zero);
                return page;
            }
            catch (ExpiredIteratorException)
            {
                // It lives for 5 minutes; a pause longer than that (a held sink, a laptop's lid) is normal.
                LogExpired(shardId, _lastRead);
                _iterator = null;
                _wait = ReadPace.MinInterval;
            }
            catch (ProvisionedThroughputExceededException)
            {
                _wait = pace.AfterThrottling();
                LogThrottled(shardId, _wait);
            }
            catch (InvalidArgumentException exception) when (_lastRead is not null && _iterator is null)
            {
                // The position is no longer one of the shard's. From the oldest record on nothing can be missed, and
                // what is before the checkpoint is recognised.
                LogPositionRefused(shardId, _lastRead, exception.Message);
                _lastRead = null;
                _wait = ReadPace.MinInterval;
            }
            catch (Exception exception) when (
                exception is not ResourceNotFoundException && !stop.StopReading.IsCancellationRequested)
            {
                // An iterator may be the cause, and asking for a new one costs one call.
                _iterator = null;
                _wait = TimeSpan.Zero;
                await hold.HoldAsync(_what, failures++, exception.Message, exception, stop);
            }
        }
    }

    private async Task<ShardPage> ReadOnceAsync(CancellationToken cancellationToken)
    {
        _iterator ??= await GetIteratorAsync(cancellationToken);

        using var activity = FunctionHostInstrumentation.Activities.StartActivity(
            "read " + stream.Name, ActivityKind.Client, default(ActivityContext), _tags);
        var response = await kinesis.GetRecordsAsync(
            new GetRecordsRequest { ShardIterator = _iterator, Limit = MaxRecordsPerRead, StreamARN = stream.Arn },
            cancellationToken);

        var records = (response.Records ?? []).ConvertAll(Convert);
        if (records.Count > 0)
        {
            _lastRead = records[^1].SequenceNumber;
        }

        _iterator = response.NextShardIterator;
        var age = TimeSpan.FromMilliseconds(response.MillisBehindLatest ?? 0);
        FunctionHostInstrumentation.RecordsRead.Add(records.Count, _tags);
        FunctionHostInstrumentation.IteratorAge.Record(age.TotalSeconds, _tags);
        activity?.SetTag("messaging.batch.message_count", records.Count);
        return new ShardPage(
            records, age, timeProvider.GetUtcNow(), IsShardEnd: _iterator is null, activity?.Context ?? default);
    }

    private async Task<string> GetIteratorAsync(CancellationToken cancellationToken)
    {
        var response = await kinesis.GetShardIteratorAsync(
            new GetShardIteratorRequest
            {
                StreamARN = stream.Arn,
                ShardId = shardId.Value,
                ShardIteratorType = _lastRead is null
                    ? ShardIteratorType.TRIM_HORIZON
                    : ShardIteratorType.AFTER_SEQUENCE_NUMBER,
                StartingSequenceNumber = _lastRead?.ToString(),
            },
            cancellationToken);
        return response.ShardIterator;
    }

    private static KinesisRecord Convert(Record record) => new()
    {
        SequenceNumber = SequenceNumber.Parse(record.SequenceNumber),
        PartitionKey = record.PartitionKey,
        ApproximateArrivalTimestamp = Utc.From(record.ApproximateArrivalTimestamp ?? default),
        Data = record.Data switch
        {
            null => default,
            var data when data.TryGetBuffer(out var buffer) => buffer,
            var data => data.ToArray(),
        },
    };

    [LoggerMessage(LogLevel.Debug, "The iterator of {ShardId} expired; reading goes on after {LastRead}.")]
    private partial void LogExpired(ShardId shardId, SequenceNumber? lastRead);

    [LoggerMessage(LogLevel.Debug, "Reads of {ShardId} are throttled; the next one is in {Wait}.")]
    private partial void LogThrottled(ShardId shardId, TimeSpan wait);

    [LoggerMessage(
        LogLevel.Warning,
        "{ShardId} does not know the sequence number {LastRead}; reading starts at its oldest record: {Reason}")]
    private partial void LogPositionRefused(ShardId shardId, SequenceNumber? lastRead, string reason);
}
