using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace TelemetryAspire.Simulator.Kinesis;

/// <summary>
/// What waits for the stream: a queue with a bound on records and on bytes. Many writers, one reader.
/// </summary>
internal sealed class RecordBuffer(ProducerOptions options) : IDisposable
{
    // Bounded by the counts below, which know bytes; a channel's own bound knows only items.
    private readonly Channel<Entry> _entries = Channel.CreateUnbounded<Entry>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly SemaphoreSlim _room = new(0, 1);
    private readonly Lock _gate = new();
    private int _records;
    private long _bytes;

    /// <summary>How many records wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _records;
            }
        }
    }

    /// <summary>Adds a record if there is room. One record has room in an empty buffer, whatever its size.</summary>
    public bool TryAdd(ProducedRecord record)
    {
        lock (_gate)
        {
            if (_records > 0 && (_records >= options.BufferRecords || _bytes + record.SizeBytes > options.BufferBytes))
            {
                return false;
            }

            _records++;
            _bytes += record.SizeBytes;

            // Inside the lock: two writers' records keep the order in which they had room.
            return _entries.Writer.TryWrite(new Entry(record, null)) ? true : throw Stopped();
        }
    }

    /// <summary>Adds a record once there is room.</summary>
    public async ValueTask AddAsync(ProducedRecord record, CancellationToken cancellationToken)
    {
        while (!TryAdd(record))
        {
            await _room.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Completes when everything added before has been taken and the reader has come back for more.</summary>
    public Task WhenHandledAsync()
    {
        var marker = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _entries.Writer.TryWrite(new Entry(null, marker)) ? marker.Task : throw Stopped();
    }

    /// <summary>Lets nothing more in.</summary>
    public void Complete() => _entries.Writer.TryComplete();

    /// <summary>Waits for records; false when nothing more can come.</summary>
    public async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        while (await _entries.Reader.WaitToReadAsync(cancellationToken))
        {
            SettleMarkers();
            if (_entries.Reader.TryPeek(out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Takes the oldest records: of one stream, and as many as <paramref name="batch"/> has room for.
    /// </summary>
    public void TakeInto(PutRecordsBatch batch)
    {
        while (TryPeekRecord(out var record) && batch.TryAdd(record))
        {
            _entries.Reader.TryRead(out _);
            lock (_gate)
            {
                _records--;
                _bytes -= record.SizeBytes;
            }
        }

        // Only this reader releases, so the count cannot pass its maximum.
        if (_room.CurrentCount == 0)
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();

    private static InvalidOperationException Stopped() => new("The producer has stopped and takes no more records.");

    // A marker ends a batch: it is settled when the reader comes back, which it does when the batch has been handled.
    private bool TryPeekRecord([NotNullWhen(true)] out ProducedRecord? record)
    {
        record = _entries.Reader.TryPeek(out var entry) ? entry.Record : null;
        return record is not null;
    }

    private void SettleMarkers()
    {
        while (_entries.Reader.TryPeek(out var entry) && entry.Marker is { } marker)
        {
            _entries.Reader.TryRead(out _);
            marker.SetResult();
        }
    }

    private readonly record struct Entry(ProducedRecord? Record, TaskCompletionSource? Marker);
}
