using System.Runtime.InteropServices;
using System.Threading.Channels;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using Microsoft.Extensions.Logging;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Writes the records of many concurrent callers to one Timestream table in as few calls as it can.</summary>
/// <remarks>
/// <para>
/// A call leaves when it is full or its first record has waited <see cref="TimestreamWriterOptions.FlushInterval"/>,
/// on a timer, so an idle writer holds nothing back. Everything is bounded: the queue, and the calls under way; a
/// caller beyond that waits. Within a call the first retries are the SDK's; after those the outcome is
/// <see cref="WriteOutcome.Unavailable"/> and the caller, who knows the checkpoint, decides when to write again.
/// </para>
/// <para>
/// Calls run concurrently. Records of one identity that meet in different calls may reach the table in either order;
/// their versions decide which one it keeps, so the result is the same.
/// </para>
/// <para>Thread safe. Disposing it drains: records that callers wait for are written first.</para>
/// </remarks>
public sealed class TimestreamBatchWriter : IAsyncDisposable
{
    private readonly Channel<PendingRecord> _queue;
    private readonly PlannedSender _sender;
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TimestreamTable _table;
    private readonly TimestreamWriterOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly Task _loop;

    // Used only by the loop: a wait for records that outlived the flush of an earlier batch.
    private Task<bool>? _arrival;

    /// <summary>Creates the writer and starts its loop.</summary>
    /// <param name="client">Client to write with; the writer does not dispose it.</param>
    /// <param name="table">Table to write to.</param>
    /// <param name="options">Limits; read once.</param>
    /// <param name="timeProvider">Clock of the flush timer and of measurements.</param>
    /// <param name="loggers">Where outages are logged.</param>
    public TimestreamBatchWriter(
        IAmazonTimestreamWrite client,
        TimestreamTable table,
        TimestreamWriterOptions options,
        TimeProvider timeProvider,
        ILoggerFactory loggers)
    {
        _table = table;
        _options = options;
        _timeProvider = timeProvider;
        Availability = new TimestreamAvailability(timeProvider, loggers.CreateLogger<TimestreamAvailability>());
        _sender = new PlannedSender(
            new RecordSender(client, table, Availability, timeProvider), options.MaxRecordsPerCall);
        _slots = new SemaphoreSlim(options.MaxConcurrentCalls);
        _queue = Channel.CreateBounded<PendingRecord>(
            new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });

        // The loop serves everybody; it must not run in the activity or the scopes of whoever came first.
        using (ExecutionContext.SuppressFlow())
        {
            _loop = Task.Run(RunAsync);
        }
    }

    /// <summary>Whether Timestream answers this writer.</summary>
    internal TimestreamAvailability Availability { get; }

    /// <summary>Writes records and waits until the outcome of each is known.</summary>
    /// <param name="records">Records with a measure, a time and, to be written again safely, a version.</param>
    /// <param name="cancellationToken">Ends the wait; records already on their way may still be written.</param>
    /// <returns>One outcome per record, in the same order.</returns>
    /// <exception cref="ArgumentException">One of the records is null.</exception>
    /// <exception cref="ObjectDisposedException">
    /// The writer was stopped; some of the records may be written.
    /// </exception>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
        {
            return [];
        }

        if (records.Any(record => record is null))
        {
            throw new ArgumentException("A record is null.", nameof(records));
        }

        var submission = new Submission(records.Count);
        try
        {
            await EnqueueAsync(records, submission, cancellationToken);
            return await submission.Completion.WaitAsync(cancellationToken);
        }
        catch
        {
            submission.Abandon();
            throw;
        }
    }

    /// <summary>Takes no more records, writes those that callers wait for, and returns.</summary>
    /// <remarks>
    /// What is not written within <see cref="TimestreamWriterOptions.DrainTimeout"/> becomes
    /// <see cref="WriteOutcome.Unavailable"/>.
    /// </remarks>
    public async ValueTask DisposeAsync()
    {
        if (!_queue.Writer.TryComplete())
        {
            await _loop;
            return;
        }

        var drainEnd = _timeProvider.CreateTimer(
            _ => _stopping.Cancel(), null, _options.DrainTimeout, Timeout.InfiniteTimeSpan);
        await _loop;

        // The timer goes first: it must not fire into what is disposed.
        await drainEnd.DisposeAsync();
        _stopping.Dispose();
        _slots.Dispose();
    }

    private async Task EnqueueAsync(
        IReadOnlyList<Record> records, Submission submission, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < records.Count; i++)
            {
                await _queue.Writer.WriteAsync(new PendingRecord(records[i], submission, i), cancellationToken);
            }
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(TimestreamBatchWriter), "The Timestream writer has been stopped.");
        }
    }

    private async Task RunAsync()
    {
        while (await ArrivalAsync())
        {
            // First the slot: while all calls are under way the batch goes on filling up.
            await _slots.WaitAsync();
            var batch = await GatherAsync();
            _ = Task.Run(() => WriteBatchAsync(batch));
        }

        for (var i = 0; i < _options.MaxConcurrentCalls; i++)
        {
            await _slots.WaitAsync();
        }
    }

    private Task<bool> ArrivalAsync()
    {
        var arrival = _arrival ?? _queue.Reader.WaitToReadAsync().AsTask();
        _arrival = null;
        return arrival;
    }

    private async Task<List<PendingRecord>> GatherAsync()
    {
        var batch = new List<PendingRecord>(_options.MaxRecordsPerCall);
        Take(batch);
        if (batch.Count == _options.MaxRecordsPerCall || _options.FlushInterval == TimeSpan.Zero)
        {
            return batch;
        }

        using var flushed = new CancellationTokenSource();
        var flush = Task.Delay(_options.FlushInterval, _timeProvider, flushed.Token);
        while (batch.Count < _options.MaxRecordsPerCall)
        {
            var arrival = ArrivalAsync();
            if (await Task.WhenAny(arrival, flush) == flush)
            {
                _arrival = arrival;
                break;
            }

            if (!await arrival)
            {
                break;
            }

            Take(batch);
        }

        await flushed.CancelAsync();
        return batch;
    }

    private void Take(List<PendingRecord> batch)
    {
        while (batch.Count < _options.MaxRecordsPerCall && _queue.Reader.TryRead(out var pending))
        {
            if (!pending.Submission.IsAbandoned)
            {
                batch.Add(pending);
            }
        }
    }

    private async Task WriteBatchAsync(List<PendingRecord> batch)
    {
        try
        {
            using var activity = TimestreamInstrumentation.StartBatch(_table, CollectionsMarshal.AsSpan(batch));
            var outcomes = await _sender.SendAsync(batch.ConvertAll(pending => pending.Record), _stopping.Token);
            TimestreamInstrumentation.CountOutcomes(outcomes);
            for (var i = 0; i < outcomes.Length; i++)
            {
                batch[i].Submission.Complete(batch[i].Index, outcomes[i]);
            }
        }
        catch (Exception exception)
        {
            // An error of the writer itself must reach the callers, who would wait for ever otherwise.
            batch.ForEach(pending => pending.Submission.Fail(exception));
        }
        finally
        {
            _slots.Release();
        }
    }
}
