namespace TelemetryAspire.LocalAws.Timestream.Sql.Series;

/// <summary>Values on the straight lines between points; none before the first and after the last.</summary>
internal sealed class LinearInterpolation(List<long> times, List<double> values)
{
    public double? At(long time)
    {
        var left = SeriesSearch.LastAt(times, time);
        if (left < 0)
        {
            return null;
        }

        if (times[left] == time)
        {
            return values[left];
        }

        if (left == times.Count - 1)
        {
            return null;
        }

        var share = (double)(time - times[left]) / (times[left + 1] - times[left]);
        return values[left] + (share * (values[left + 1] - values[left]));
    }
}
