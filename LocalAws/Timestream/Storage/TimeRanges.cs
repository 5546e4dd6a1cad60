namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>Splits times into a few ranges with wide gaps between them. Pure.</summary>
/// <remarks>
/// A look-up reads the part of a table that its range of times covers: a late record beside present ones would make that
/// all that lies between, which at 10 million rows takes a hundred times as long as two short ranges.
/// </remarks>
internal static class TimeRanges
{
    /// <summary>Each range is a query of its own, which takes about a millisecond whatever it reads.</summary>
    private const int MaxRanges = 16;

    private const long MinGapNanos = 60_000_000_000;

    /// <summary>The ranges, in order, that hold every one of the times: the widest gaps are left out.</summary>
    public static List<(long First, long Last)> Of(IEnumerable<long> times)
    {
        long[] sorted = [.. times];
        Array.Sort(sorted);
        var cuts = Enumerable.Range(1, Math.Max(0, sorted.Length - 1))
            .Where(index => sorted[index] - sorted[index - 1] > MinGapNanos)
            .OrderByDescending(index => sorted[index] - sorted[index - 1])
            .Take(MaxRanges - 1)
            .Order();
        var ranges = new List<(long First, long Last)>();
        var start = 0;
        foreach (var cut in cuts)
        {
            ranges.Add((sorted[start], sorted[cut - 1]));
            start = cut;
        }

        if (sorted.Length > 0)
        {
            ranges.Add((sorted[start], sorted[^1]));
        }

        return ranges;
    }
}
