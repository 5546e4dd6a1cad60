using TelemetryAspire.LocalAws.Firehose.Sources;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What a delivery stream has taken and not delivered, on disk, and how far it has read its source.</summary>
/// <remarks>
/// Thread-safe. Records are durable once <see cref="AppendAsync"/> is over; what waits while one append is under way is
/// appended together. A buffer gets its object's bucket and key with its seal, before delivery: a crash between the
/// object's write and <see cref="MarkDeliveredAsync"/> makes the next start write the same object again rather than a
/// second one.
/// </remarks>
internal sealed class BufferLog : IDisposable
{
    private const int ReplayBlockBytes = 4 * 1024 * 1024;

    /// <summary>So much is appended together at most, beside a single call's records.</summary>
    private const int GroupBytes = 8 * 1024 * 1024;

    /// <summary>Small segments: what is delivered leaves the disk soon.</summary>
    private const int SegmentBytes = 16 * 1024 * 1024;

    // One append at a time: where seals fall depends on the appends before, and whether those stand.
    private readonly SemaphoreSlim _appending = new(1);
    private readonly Lock _lock = new();
    private readonly RecordLog _log;
    private readonly TimeProvider _clock;

    // Guarded by _lock.
    private readonly Queue<WaitingAppend> _waiting = new();

    // Guarded by _lock, and changed by the one append.
    private readonly BufferState _state;
    private DeliverySettings _settings;

    /// <param name="directory">Where the log is.</param>
    /// <param name="settings">How buffers are sealed from now on.</param>
    /// <param name="start">Where reading the source began.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logs">How logs are kept.</param>
    /// <param name="logger">Told of repairs.</param>
    public BufferLog(
        string directory,
        DeliverySettings settings,
        ShardPositions start,
        TimeProvider clock,
        RecordLogOptions logs,
        ILogger logger)
    {
        _settings = settings;
        _state = new BufferState(start);
        _clock = clock;
        _log = RecordLog.Open(directory, logs with { SegmentBytes = SegmentBytes }, logger);
        Replay();
    }

    /// <summary>How buffers are sealed, and records processed, at the moment.</summary>
    public DeliverySettings Settings => Locked(() => _settings);

    /// <summary>How far the source is read.</summary>
    public ShardPositions Positions => Locked(() => _state.Positions);

    /// <summary>How many buffers are sealed and not delivered.</summary>
    public int SealedCount => Locked(() => _state.SealedCount);

    /// <summary>When the next open buffer must be sealed; null when there is none.</summary>
    public DateTimeOffset? Deadline => Locked(() => _state.OpenedAt + _settings.BufferInterval);

    /// <summary>The oldest sealed buffer; null when there is none.</summary>
    public SealedBuffer? NextToDeliver => Locked(() => _state.NextToDeliver);

    /// <summary>Appends records, all or none, and seals each buffer they fill.</summary>
    /// <exception cref="IOException">Nothing was appended.</exception>
    public async Task<AppendResult> AppendAsync(EntryBatch records)
    {
        var append = new WaitingAppend(records);
        lock (_lock)
        {
            _waiting.Enqueue(append);
        }

        await ExclusivelyAsync(async () =>
        {
            // Whoever came before may have appended these too, and others may fill a group before these.
            while (!append.Result.IsCompleted)
            {
                await AppendGroupAsync();
            }
        });
        return await append.Result;
    }

    /// <summary>Seals the open buffers whose time has come.</summary>
    public Task SealIfDueAsync() => ExclusivelyAsync(async () =>
    {
        using var plan = NewPlan();
        var now = _clock.GetUtcNow();
        var openedBefore = now - _settings.BufferInterval;
        // One opened in the future was opened under a clock that has gone back since: nobody can tell how old it is.
        plan.Seal(buffer => buffer.OpenedAt <= openedBefore || buffer.OpenedAt > now);
        await CarryAsync(plan);
    });

    /// <summary>Changes the settings: what is buffered goes by the old ones, what is taken from now on not.</summary>
    /// <param name="settings">The new settings.</param>
    /// <param name="persist">Makes them durable; when it throws, the old ones stay.</param>
    public Task ChangeAsync(DeliverySettings settings, Action persist) => ExclusivelyAsync(async () =>
    {
        using var plan = NewPlan();
        plan.Seal(_ => true);
        await CarryAsync(plan);
        persist();
        lock (_lock)
        {
            _settings = settings;
        }
    });

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
                CopyTo(buffer.Output, entries.Payload(i), destination);
            }

            next = entries.NextNumber;
        }
    }

    /// <summary>Notes that the oldest sealed buffer is in the bucket, and frees the disk it took.</summary>
    /// <remarks>May be called again when it failed.</remarks>
    public Task MarkDeliveredAsync(SealedBuffer buffer) => ExclusivelyAsync(async () =>
    {
        if (NextToDeliver == buffer)
        {
            using var batch = new LogBatch();
            BufferEntry.AddDelivered(batch, buffer.SealNumber, _state.Positions);
            var number = await _log.AppendAsync(batch, _clock.GetUtcNow().ToUnixTimeMilliseconds());
            lock (_lock)
            {
                _state.Delivered(number);
            }
        }

        _log.TrimBeforeNumber(_state.FirstNeeded(_log.NextNumber));
    });

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();

    private static void CopyTo(BufferOutput output, ReadOnlySpan<byte> entry, Stream destination)
    {
        if (!BufferEntry.IsRecords(entry))
        {
            return;
        }

        foreach (var item in new RecordsEntry(entry))
        {
            if (item.Output == output)
            {
                destination.Write(item.Data);
            }
        }
    }

    private async Task AppendGroupAsync()
    {
        var group = TakeGroup();
        try
        {
            using var plan = NewPlan();
            group.ForEach(append => append.AddTo(plan));
            var needsAttention = await CarryAsync(plan);
            group.ForEach(append => append.Complete(needsAttention));
        }
        catch (Exception exception)
        {
            // Each caller throws it.
            group.ForEach(append => append.Fail(exception));
        }
    }

    private List<WaitingAppend> TakeGroup()
    {
        lock (_lock)
        {
            var group = new List<WaitingAppend>();
            for (var bytes = 0; bytes < GroupBytes && _waiting.TryDequeue(out var append); bytes += append.Bytes)
            {
                group.Add(append);
            }

            return group;
        }
    }

    private async Task ExclusivelyAsync(Func<Task> change)
    {
        await _appending.WaitAsync();
        try
        {
            await change();
        }
        finally
        {
            _appending.Release();
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }

    private BufferPlan NewPlan() => _state.Plan(_log.NextNumber, _settings, _clock.GetUtcNow());

    private async Task<bool> CarryAsync(BufferPlan plan)
    {
        if (plan.Entries.Count == 0)
        {
            return false;
        }

        await _log.AppendAsync(plan.Entries, _clock.GetUtcNow().ToUnixTimeMilliseconds());
        lock (_lock)
        {
            return _state.Apply(plan);
        }
    }

    private void Replay()
    {
        var next = _log.FirstNumber;
        while (next < _log.NextNumber)
        {
            using var entries = _log.Read(next, maxRecords: int.MaxValue, ReplayBlockBytes);
            for (var i = 0; i < entries.Count; i++)
            {
                _state.Replay(entries[i], entries.Payload(i));
            }

            next = entries.NextNumber;
        }
    }
}
