using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What a delivery stream has acknowledged and not delivered, on disk.</summary>
/// <remarks>
/// Thread-safe. Records are durable once <see cref="AppendAsync"/> is over. A buffer gets its object's key with its
/// seal, before delivery: a crash between the object's write and <see cref="MarkDeliveredAsync"/> makes the next start
/// write the same object again rather than a second one. Memory holds positions only.
/// </remarks>
internal sealed class BufferLog : IDisposable
{
    private const int ReplayBlockBytes = 4 * 1024 * 1024;

    // Small segments: what is delivered leaves the disk soon.
    private static readonly RecordLogOptions LogOptions = new() { SegmentBytes = 16 * 1024 * 1024 };

    // One append at a time: where seals fall depends on the appends before, and whether those stand.
    private readonly SemaphoreSlim _appending = new(1);
    private readonly Lock _lock = new();
    private readonly RecordLog _log;
    private readonly DeliverySettings _settings;
    private readonly TimeProvider _clock;

    // Guarded by _lock, and changed by the one append.
    private readonly Queue<SealedBuffer> _sealed = new();
    private OpenBuffer? _open;

    public BufferLog(string directory, DeliverySettings settings, TimeProvider clock, FsyncPolicy fsync, ILogger logger)
    {
        _settings = settings;
        _clock = clock;
        _log = RecordLog.Open(directory, LogOptions with { Fsync = fsync }, logger);
        Replay();
    }

    /// <summary>When the open buffer must be sealed; null when there is none.</summary>
    public DateTimeOffset? Deadline
    {
        get
        {
            lock (_lock)
            {
                return _open?.OldestArrival + _settings.BufferInterval;
            }
        }
    }

    /// <summary>The oldest sealed buffer; null when there is none.</summary>
    public SealedBuffer? NextToDeliver
    {
        get
        {
            lock (_lock)
            {
                return _sealed.TryPeek(out var buffer) ? buffer : null;
            }
        }
    }

    /// <summary>Appends records, all or none, and seals each buffer they fill.</summary>
    public async Task<AppendResult> AppendAsync(IReadOnlyList<FirehoseRecord?> records)
    {
        await _appending.WaitAsync();
        try
        {
            using var batch = new LogBatch();
            var now = _clock.GetUtcNow();
            var first = _log.NextNumber;
            var plan = new AppendPlan(_open);
            var numbers = new long[records.Count];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = first + batch.Count;
                AddRecord(batch, plan, records[i]!.Data!, numbers[i], now);
            }

            await _log.AppendAsync(batch, now.ToUnixTimeMilliseconds());
            var opened = plan.Open is not null && plan.Open?.FirstNumber != _open?.FirstNumber;
            lock (_lock)
            {
                _open = plan.Open;
                plan.Sealed.ForEach(_sealed.Enqueue);
            }

            return new AppendResult(numbers, NeedsAttention: opened || plan.Sealed.Count > 0);
        }
        finally
        {
            _appending.Release();
        }
    }

    /// <summary>Seals the open buffer when its time has come.</summary>
    public async Task SealIfDueAsync()
    {
        await _appending.WaitAsync();
        try
        {
            var now = _clock.GetUtcNow();
            if (_open is not { } open || open.OldestArrival + _settings.BufferInterval > now)
            {
                return;
            }

            using var batch = new LogBatch();
            var seal = Seal(open, batch, _log.NextNumber);
            await _log.AppendAsync(batch, now.ToUnixTimeMilliseconds());
            lock (_lock)
            {
                _sealed.Enqueue(seal);
                _open = null;
            }
        }
        finally
        {
            _appending.Release();
        }
    }

    /// <summary>Copies the records of a sealed buffer, one after another, nothing between.</summary>
    public void CopyTo(SealedBuffer buffer, Stream destination)
    {
        var next = buffer.FirstNumber;
        while (next < buffer.SealNumber)
        {
            var remaining = (int)Math.Min(int.MaxValue, buffer.SealNumber - next);
            using var entries = _log.Read(next, maxRecords: remaining, ReplayBlockBytes);
            if (entries.Count == 0)
            {
                throw new InvalidDataException(
                    $"The buffer log ends at entry {next}, before the seal {buffer.SealNumber}.");
            }

            // Where entries are missing, which a start reports, a count reaches beyond the seal.
            for (var i = 0; i < entries.Count && entries[i].Number < buffer.SealNumber; i++)
            {
                if (BufferEntry.IsRecord(entries.Payload(i), out var data))
                {
                    destination.Write(data);
                }
            }

            next = entries.NextNumber;
        }
    }

    /// <summary>Notes that the oldest sealed buffer is in the bucket, and frees the disk it took.</summary>
    /// <remarks>May be called again when it failed.</remarks>
    public async Task MarkDeliveredAsync(SealedBuffer buffer)
    {
        await _appending.WaitAsync();
        try
        {
            if (NextToDeliver == buffer)
            {
                using var batch = new LogBatch();
                BufferEntry.AddDelivered(batch, buffer.SealNumber);
                await _log.AppendAsync(batch, _clock.GetUtcNow().ToUnixTimeMilliseconds());
                lock (_lock)
                {
                    _sealed.Dequeue();
                }
            }

            var oldestKept = NextToDeliver?.OldestArrival ?? _open?.OldestArrival;
            _log.TrimBefore(oldestKept?.ToUnixTimeMilliseconds() ?? long.MaxValue);
        }
        finally
        {
            _appending.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();

    private void AddRecord(LogBatch batch, AppendPlan plan, ReadOnlySpan<byte> data, long number, DateTimeOffset now)
    {
        var size = BufferEntry.AddRecord(batch, data, _settings.Delimiter.Span);
        var open = plan.Open ?? new OpenBuffer(number, 0, now);
        plan.Open = open with { Bytes = open.Bytes + size };
        if (plan.Open.Value.Bytes >= _settings.BufferBytes)
        {
            plan.Sealed.Add(Seal(plan.Open.Value, batch, number + 1));
            plan.Open = null;
        }
    }

    private SealedBuffer Seal(OpenBuffer open, LogBatch batch, long number)
    {
        var key = _settings.KeyFormat.Format(open.OldestArrival, Guid.NewGuid());
        BufferEntry.AddSeal(batch, key);
        return new SealedBuffer(open.FirstNumber, number, open.OldestArrival, key);
    }

    private void Replay()
    {
        var next = _log.FirstNumber;
        while (next < _log.NextNumber)
        {
            using var entries = _log.Read(next, maxRecords: int.MaxValue, ReplayBlockBytes);
            for (var i = 0; i < entries.Count; i++)
            {
                ReplayEntry(entries[i], entries.Payload(i));
            }

            next = entries.NextNumber;
        }
    }

    private void ReplayEntry(RecordFrame frame, ReadOnlySpan<byte> entry)
    {
        if (BufferEntry.IsRecord(entry, out var data))
        {
            var arrival = DateTimeOffset.FromUnixTimeMilliseconds(frame.Timestamp);
            var open = _open ?? new OpenBuffer(frame.Number, 0, arrival);
            _open = open with { Bytes = open.Bytes + data.Length };
        }
        else if (BufferEntry.IsSeal(entry, out var key) && _open is { } open)
        {
            _sealed.Enqueue(new SealedBuffer(open.FirstNumber, frame.Number, open.OldestArrival, key));
            _open = null;
        }
        else if (BufferEntry.IsDelivered(entry, out var seal))
        {
            while (_sealed.TryPeek(out var buffer) && buffer.SealNumber <= seal)
            {
                _sealed.Dequeue();
            }
        }
    }

    /// <summary>What an append will have changed once it is in the log.</summary>
    private sealed class AppendPlan(OpenBuffer? open)
    {
        public OpenBuffer? Open { get; set; } = open;

        public List<SealedBuffer> Sealed { get; } = [];
    }
}
