using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What a delivery stream has acknowledged and not delivered, on disk.</summary>
/// <remarks>
/// Thread-safe. Records are in the operating system when <see cref="Append"/> returns. A buffer gets its object's key
/// with its seal, before delivery: a crash between the object's write and <see cref="MarkDelivered"/> makes the next
/// start write the same object again rather than a second one. Memory holds positions only.
/// </remarks>
internal sealed class BufferLog : IDisposable
{
    private const int ReplayBlockBytes = 4 * 1024 * 1024;

    // Small segments: what is delivered leaves the disk soon.
    private static readonly RecordLogOptions LogOptions = new() { SegmentBytes = 16 * 1024 * 1024 };

    private readonly Lock _lock = new();
    private readonly RecordLog _log;
    private readonly DeliverySettings _settings;
    private readonly TimeProvider _clock;

    // Guarded by _lock.
    private readonly Queue<SealedBuffer> _sealed = new();
    private OpenBuffer? _open;

    public BufferLog(string directory, DeliverySettings settings, TimeProvider clock, ILogger logger)
    {
        _settings = settings;
        _clock = clock;
        _log = RecordLog.Open(directory, LogOptions, logger);
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
    public AppendResult Append(IReadOnlyList<FirehoseRecord?> records)
    {
        lock (_lock)
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

            _log.Append(batch, now.ToUnixTimeMilliseconds());
            var opened = plan.Open is not null && plan.Open?.FirstNumber != _open?.FirstNumber;
            _open = plan.Open;
            plan.Sealed.ForEach(_sealed.Enqueue);
            return new AppendResult(numbers, NeedsAttention: opened || plan.Sealed.Count > 0);
        }
    }

    /// <summary>Seals the open buffer when its time has come.</summary>
    public void SealIfDue()
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            if (_open is not { } open || open.OldestArrival + _settings.BufferInterval > now)
            {
                return;
            }

            using var batch = new LogBatch();
            var seal = Seal(open, batch, _log.NextNumber);
            _log.Append(batch, now.ToUnixTimeMilliseconds());
            _sealed.Enqueue(seal);
            _open = null;
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

            for (var i = 0; i < entries.Count; i++)
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
    public void MarkDelivered(SealedBuffer buffer)
    {
        lock (_lock)
        {
            if (_sealed.TryPeek(out var oldest) && oldest == buffer)
            {
                using var batch = new LogBatch();
                BufferEntry.AddDelivered(batch, buffer.SealNumber);
                _log.Append(batch, _clock.GetUtcNow().ToUnixTimeMilliseconds());
                _sealed.Dequeue();
            }

            var oldestKept = _sealed.TryPeek(out var next) ? next.OldestArrival : _open?.OldestArrival;
            _log.TrimBefore(oldestKept?.ToUnixTimeMilliseconds() ?? long.MaxValue);
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
