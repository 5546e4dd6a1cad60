namespace TelemetryAspire.Simulator.Replay;

/// <summary>Puts the messages of a file on one line of time, without the gaps nobody would wait for. Pure.</summary>
/// <remarks>
/// A time further than <paramref name="longestGap"/> from the one before is a broken clock's, or the file goes on after
/// a pause. The next such message tells: if it is near the first, the file has moved there and the pause is left out;
/// else each of them stands alone and has no place. So neither a message of the year 9999 nor one of 1970 holds up the
/// others, also when it is the first of the file.
/// </remarks>
/// <param name="longestGap">The longest distance of two messages that is believed.</param>
internal sealed class ReplayTimeline(TimeSpan longestGap)
{
    private DateTimeOffset? _previous;
    private DateTimeOffset? _doubtful;
    private TimeSpan _place;

    /// <summary>How many messages had a time but no place.</summary>
    public long Doubtful { get; private set; }

    /// <summary>Places the next message of the file.</summary>
    /// <param name="time">The message's own time.</param>
    /// <returns>
    /// Its distance from the first message with a time, negative for one that was before it; null when its time is not
    /// believed.
    /// </returns>
    public TimeSpan? Place(DateTimeOffset time)
    {
        if (_previous is not { } previous)
        {
            _previous = time;
            return _place;
        }

        if (IsNear(time, previous))
        {
            _place += time - previous;
        }
        else if (_doubtful is not { } doubtful || !IsNear(time, doubtful))
        {
            _doubtful = time;
            Doubtful++;
            return null;
        }

        _previous = time;
        _doubtful = null;
        return _place;
    }

    private bool IsNear(DateTimeOffset time, DateTimeOffset other) => (time - other).Duration() <= longestGap;
}
