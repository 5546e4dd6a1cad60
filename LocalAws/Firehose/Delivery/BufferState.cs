using TelemetryAspire.LocalAws.Firehose.Sources;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What the entries of a delivery stream's log add up to: what is buffered, sealed and read.</summary>
/// <remarks>Not thread-safe. Holds positions only; the records are in the log.</remarks>
/// <param name="start">Where reading the source began.</param>
internal sealed class BufferState(ShardPositions start)
{
    private readonly Queue<SealedBuffer> _sealed = new();
    private OpenBuffer? _data;
    private OpenBuffer? _errors;

    /// <summary>The last entry that repeats the positions of the source.</summary>
    private long? _positionsNumber;

    /// <summary>How far the source is read.</summary>
    public ShardPositions Positions { get; private set; } = start;

    /// <summary>How many buffers are sealed and not delivered.</summary>
    public int SealedCount => _sealed.Count;

    /// <summary>The oldest sealed buffer; null when there is none.</summary>
    public SealedBuffer? NextToDeliver => _sealed.TryPeek(out var buffer) ? buffer : null;

    /// <summary>When the first open buffer was opened; null when there is none.</summary>
    public DateTimeOffset? OpenedAt => _data is null || _errors?.OpenedAt < _data?.OpenedAt
        ? _errors?.OpenedAt
        : _data?.OpenedAt;

    /// <summary>Begins an append.</summary>
    /// <param name="firstNumber">The number of its first entry.</param>
    /// <param name="settings">How buffers are sealed.</param>
    /// <param name="now">The time.</param>
    public BufferPlan Plan(long firstNumber, DeliverySettings settings, DateTimeOffset now) =>
        new(_data, _errors, firstNumber, settings, now);

    /// <summary>Takes over what an append has changed, once it is in the log.</summary>
    /// <returns>Whether there is a new deadline, or something to deliver.</returns>
    public bool Apply(BufferPlan plan)
    {
        var needsAttention = plan.Sealed.Count > 0 || Opens(_data, plan.Data) || Opens(_errors, plan.Errors);
        (_data, _errors) = (plan.Data, plan.Errors);
        plan.Sealed.ForEach(_sealed.Enqueue);
        plan.Positions.ForEach(position => Positions = Positions.With(position));
        return needsAttention;
    }

    /// <summary>Takes note that the oldest sealed buffer is delivered.</summary>
    /// <param name="number">The number of the entry that says so, and repeats the positions.</param>
    public void Delivered(long number)
    {
        _sealed.Dequeue();
        _positionsNumber = number;
    }

    /// <summary>The first entry that is still needed.</summary>
    /// <param name="nextNumber">The number of the next entry.</param>
    public long FirstNeeded(long nextNumber)
    {
        // Where nothing is read from a source there is no position to keep.
        var first = Positions.StreamCreatedAt == 0 ? nextNumber : _positionsNumber ?? 0;
        first = Math.Min(first, Math.Min(_data?.FirstNumber ?? first, _errors?.FirstNumber ?? first));
        return _sealed.Aggregate(first, (least, buffer) => Math.Min(least, buffer.FirstNumber));
    }

    /// <summary>Takes note of an entry that is in the log.</summary>
    /// <exception cref="InvalidDataException">This version does not know the entry.</exception>
    public void Replay(RecordFrame frame, ReadOnlySpan<byte> entry)
    {
        if (BufferEntry.IsRecords(entry))
        {
            ReplayRecords(frame, new RecordsEntry(entry));
        }
        else if (BufferEntry.ReadSeal(entry, frame.Number, FirstNumber) is { } buffer)
        {
            _sealed.Enqueue(buffer);
            _data = buffer.Output == BufferOutput.Data ? null : _data;
            _errors = buffer.Output == BufferOutput.Errors ? null : _errors;
        }
        else if (BufferEntry.IsDelivered(entry, out var seal, out var positions))
        {
            (Positions, _positionsNumber) = (positions, frame.Number);
            while (_sealed.TryPeek(out var delivered) && delivered.SealNumber <= seal)
            {
                _sealed.Dequeue();
            }
        }
        else
        {
            throw new InvalidDataException(
                $"Entry {frame.Number} of the buffer log is of kind {entry[0]}, which this version does not know.");
        }

        // A seal whose first records were trimmed was delivered, so what it begins with does not matter.
        long FirstNumber(BufferOutput output) =>
            (output == BufferOutput.Data ? _data : _errors)?.FirstNumber ?? frame.Number;
    }

    private void ReplayRecords(RecordFrame frame, RecordsEntry entry)
    {
        OutputTotals data = default, errors = default;
        foreach (var item in entry)
        {
            if (item.Output == BufferOutput.Data)
            {
                data = data.With(item.Data.Length, item.Arrival);
            }
            else
            {
                errors = errors.With(item.Data.Length, item.Arrival);
            }
        }

        var takenAt = DateTimeOffset.FromUnixTimeMilliseconds(frame.Timestamp);
        _data = OpenBuffer.Add(_data, data, frame.Number, takenAt);
        _errors = OpenBuffer.Add(_errors, errors, frame.Number, takenAt);
        Positions = entry.Position is { } position ? Positions.With(position) : Positions;
    }

    private static bool Opens(OpenBuffer? before, OpenBuffer? after) =>
        after is not null && after?.FirstNumber != before?.FirstNumber;
}
