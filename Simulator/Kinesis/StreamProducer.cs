using System.Diagnostics;
using System.Net;
using Amazon.Kinesis;
using Amazon.Runtime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Simulator.Kinesis;

/// <summary>Brings records to the stream: in order, in batches, and for as long as it takes.</summary>
/// <remarks>
/// <para>One batch is under way at a time, and only its failed entries are sent again before the next: so the records
/// of a key keep their order, but for those the stream failed and took within one call, which no producer can prevent.
/// </para>
/// <para>An outage is waited out with capped, jittered backoff; meanwhile the buffer fills, then the sources wait. A
/// record the stream refuses for good (it is too large) is counted and reported; the others of its call are not held
/// up.
/// </para>
/// <para>On a stop the sources end first; what they handed over is sent within
/// <see cref="ProducerOptions.DrainTimeout"/>, and what is not is counted in the log.</para>
/// </remarks>
internal sealed partial class StreamProducer(
    IAmazonKinesis kinesis,
    IOutageClassifier outages,
    IOptions<SimulatorOptions> options,
    TimeProvider timeProvider,
    ILogger<StreamProducer> logger) : BackgroundService
{
    private readonly RecordBuffer _buffer = new(options.Value.Producer);
    private readonly Jitter _jitter = new(options.Value.Seed);
    private int _sourcesWait;
    private long _handedOver;
    private long _settled;

    // Written only by the loop.
    private int _failures;
    private DateTimeOffset? _outageSince;
    private volatile string? _outage;

    /// <summary>Why the stream takes nothing at present; null when it does.</summary>
    public string? Outage => _outage;

    /// <summary>Hands a record over; waits while the buffer is full.</summary>
    /// <exception cref="InvalidOperationException">The producer has stopped.</exception>
    public ValueTask ProduceAsync(ProducedRecord record, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _handedOver);
        if (_buffer.TryAdd(record))
        {
            return ValueTask.CompletedTask;
        }

        if (Interlocked.Exchange(ref _sourcesWait, 1) == 0)
        {
            LogSourcesWait(_buffer.Count);
        }

        return _buffer.AddAsync(record, cancellationToken);
    }

    /// <summary>Completes when every record handed over so far has been accepted or refused.</summary>
    public Task DrainAsync(CancellationToken cancellationToken) =>
        _buffer.WhenHandledAsync().WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _buffer.Complete();
        if (ExecuteTask is { } running)
        {
            using var drained = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(
                running, Task.Delay(options.Value.Producer.DrainTimeout, timeProvider, drained.Token));
            await drained.CancelAsync();
        }

        await base.StopAsync(cancellationToken);
        if (Interlocked.Read(ref _handedOver) - Interlocked.Read(ref _settled) is > 0 and var open)
        {
            LogNotSent(open);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _buffer.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _buffer.WaitAsync(stoppingToken))
        {
            var batch = new PutRecordsBatch();
            _buffer.TakeInto(batch);
            await SendAsync(batch.Records, stoppingToken);
            if (_buffer.Count <= options.Value.Producer.BufferRecords / 2
                && Interlocked.Exchange(ref _sourcesWait, 0) == 1)
            {
                LogSourcesGoOn();
            }
        }
    }

    private async Task SendAsync(IReadOnlyList<ProducedRecord> records, CancellationToken cancellationToken)
    {
        while (records.Count > 0)
        {
            try
            {
                records = await PutAsync(records, cancellationToken);
            }
            catch (AmazonServiceException refusal) when (IsRefusal(refusal))
            {
                await SendOrRefuseAsync(records, refusal, cancellationToken);
                return;
            }
            catch (Exception outage) when (!cancellationToken.IsCancellationRequested)
            {
                // Also a reply that cannot be made sense of: nothing says that the records are to blame.
                await WaitOutAsync(records[0].Stream, outage.Message, nothingAccepted: true, cancellationToken);
            }
        }
    }

    // An answer of success that the client cannot read is its exception too, and no refusal.
    private bool IsRefusal(AmazonServiceException exception) =>
        exception.StatusCode >= HttpStatusCode.BadRequest && !outages.IsOutage(exception);

    /// <summary>Calls PutRecords once and returns the records it did not take.</summary>
    private async Task<IReadOnlyList<ProducedRecord>> PutAsync(
        IReadOnlyList<ProducedRecord> records, CancellationToken cancellationToken)
    {
        var stream = records[0].Stream;
        using var activity = TelemetryInstrumentation.ActivitySource.StartActivity(
            $"send {stream}", ActivityKind.Producer);
        activity?.SetTag("messaging.system", "aws_kinesis");
        activity?.SetTag("messaging.destination.name", stream);
        activity?.SetTag("messaging.batch.message_count", records.Count);

        var response = await kinesis.PutRecordsAsync(PutRecordsBatch.RequestFor(records), cancellationToken);
        if (response.Records is null || response.Records.Count != records.Count)
        {
            throw new InvalidDataException(
                $"PutRecords replied {response.Records?.Count ?? 0} results for {records.Count} records.");
        }

        var failed = new List<ProducedRecord>();
        for (var i = 0; i < records.Count; i++)
        {
            if (response.Records[i].ErrorCode is null)
            {
                records[i].Tally.CountAccepted();
            }
            else
            {
                failed.Add(records[i]);
            }
        }

        Interlocked.Add(ref _settled, records.Count - failed.Count);
        TelemetryInstrumentation.RecordsProduced.Add(records.Count - failed.Count);
        if (failed.Count < records.Count)
        {
            EndOutage(stream);
        }

        if (failed.Count > 0)
        {
            // The service names two codes here, throughput and internal failure: both pass.
            SimulatorInstrumentation.RecordsResent.Add(failed.Count);
            var reason = response.Records.First(result => result.ErrorCode is not null);
            await WaitOutAsync(
                stream,
                $"{reason.ErrorCode}: {reason.ErrorMessage}",
                nothingAccepted: failed.Count == records.Count,
                cancellationToken);
        }

        return failed;
    }

    /// <summary>A refused call is halved until the record that spoils it stands alone.</summary>
    private async Task SendOrRefuseAsync(
        IReadOnlyList<ProducedRecord> records, AmazonServiceException refusal, CancellationToken cancellationToken)
    {
        if (records.Count > 1)
        {
            await SendAsync(records.Take(records.Count / 2).ToList(), cancellationToken);
            await SendAsync(records.Skip(records.Count / 2).ToList(), cancellationToken);
            return;
        }

        var record = records[0];
        record.Tally.CountRefused();
        Interlocked.Increment(ref _settled);
        SimulatorInstrumentation.RecordsRefused.Add(
            1, new("reason", refusal.ErrorCode), new("source", record.Tally.Source));
        LogRefused(record.Stream, record.Data.Length, record.PartitionKey, refusal.ErrorCode, refusal.Message);
    }
}
