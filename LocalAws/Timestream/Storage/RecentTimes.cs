namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>
/// The latest times of the rows of one series and measure: enough to know, for nearly every record that arrives, that it
/// has no row yet, without looking into the table.
/// </summary>
/// <remarks>
/// Above <see cref="_floor"/> every stored time is known exactly; at and below it, the table must be asked. Devices send
/// nearly in order, so records rarely fall below. About 100 bytes, or 200 where records overtake each other by more than a
/// few, whatever the table's size.
/// </remarks>
internal sealed class RecentTimes
{
    /// <summary>How far records may overtake each other and still be known, until one is seen to overtake more.</summary>
    private const int FirstCapacity = 4;

    /// <summary>How far records of one series may overtake each other on their way and still be known.</summary>
    private const int Capacity = 16;

    private long[] _times = new long[FirstCapacity];
    private int _count;
    private long _floor = long.MinValue;

    /// <summary>A series and measure without rows.</summary>
    public RecentTimes()
    {
    }

    /// <summary>A series and measure whose latest row is all that is known.</summary>
    public RecentTimes(long latestNanos) => _floor = latestNanos;

    /// <summary>Whether there may be a row at this time.</summary>
    public bool MayContain(long timeNanos) =>
        timeNanos <= _floor || _times.AsSpan(0, _count).Contains(timeNanos);

    /// <summary>Takes note of a row.</summary>
    public void Add(long timeNanos)
    {
        if (timeNanos <= _floor)
        {
            if (_times.Length < Capacity)
            {
                Array.Resize(ref _times, Capacity);
            }

            return;
        }

        if (_times.AsSpan(0, _count).Contains(timeNanos))
        {
            return;
        }

        if (_count < _times.Length)
        {
            _times[_count++] = timeNanos;
            return;
        }

        var earliest = _times.AsSpan().IndexOf(_times.Min());
        if (timeNanos < _times[earliest])
        {
            _floor = timeNanos;
            return;
        }

        _floor = _times[earliest];
        _times[earliest] = timeNanos;
    }
}
