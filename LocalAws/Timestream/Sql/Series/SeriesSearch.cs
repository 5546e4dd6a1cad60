namespace TelemetryAspire.LocalAws.Timestream.Sql.Series;

/// <summary>Finds points of a series by time; the times ascend.</summary>
internal static class SeriesSearch
{
    /// <summary>The place of the last point at the time or before it, -1 when there is none.</summary>
    public static int LastAt(List<long> times, long time)
    {
        var place = times.BinarySearch(time);
        if (place < 0)
        {
            return ~place - 1;
        }

        while (place + 1 < times.Count && times[place + 1] == time)
        {
            place++;
        }

        return place;
    }

    /// <summary>The place of the point with the time, -1 when there is none.</summary>
    public static int ExactAt(List<long> times, long time)
    {
        var place = LastAt(times, time);
        return place >= 0 && times[place] == time ? place : -1;
    }
}
