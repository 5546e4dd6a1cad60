using System.Runtime.InteropServices;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Where in a segment's file some of its records lie, so that a read need not start at the front.</summary>
/// <remarks>
/// Guarded by the lock of the log. One entry per <see cref="IntervalBytes"/> keeps 10 GB of records findable with
/// about 8 MB of memory.
/// </remarks>
internal sealed class SegmentIndex
{
    public const int IntervalBytes = 32 * 1024;

    private readonly List<Entry> _entries;
    private long _nextEntryAt;

    public SegmentIndex() => _entries = [];

    public SegmentIndex(IEnumerable<Entry> entries, long maxTimestamp)
    {
        _entries = [.. entries];
        MaxTimestamp = maxTimestamp;
    }

    /// <summary>The newest timestamp of the segment's records, not of the last one: clocks go back.</summary>
    public long MaxTimestamp { get; private set; } = long.MinValue;

    public ReadOnlySpan<Entry> Entries => CollectionsMarshal.AsSpan(_entries);

    /// <summary>Takes note of the next record of the segment.</summary>
    public void Add(RecordFrame frame, long offset)
    {
        if (offset >= _nextEntryAt)
        {
            _entries.Add(new Entry(frame.Number, offset, MaxTimestamp));
            _nextEntryAt = offset + IntervalBytes;
        }

        MaxTimestamp = Math.Max(MaxTimestamp, frame.Timestamp);
    }

    /// <summary>The offset of a frame at or before record <paramref name="number"/>.</summary>
    public long OffsetOfNumber(long number) => LastOffset(entry => entry.Number <= number);

    /// <summary>The offset of a frame before which no record is as new as <paramref name="timestamp"/>.</summary>
    public long OffsetOfTime(long timestamp) => LastOffset(entry => entry.MaxTimestampBefore < timestamp);

    /// <summary>Binary search: <paramref name="holds"/> is true for a prefix of the entries.</summary>
    private long LastOffset(Func<Entry, bool> holds)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(_entries[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? 0 : _entries[low - 1].Offset;
    }

    /// <param name="Number">A record's number.</param>
    /// <param name="Offset">Where its frame starts.</param>
    /// <param name="MaxTimestampBefore">The newest timestamp among the segment's records before it.</param>
    internal readonly record struct Entry(long Number, long Offset, long MaxTimestampBefore);
}
