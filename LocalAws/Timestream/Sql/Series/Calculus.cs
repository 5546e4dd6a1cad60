using TelemetryAspire.LocalAws.Timestream.Sql.Functions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Series;

/// <summary>Derivatives and integrals of a series.</summary>
internal static class Calculus
{
    /// <summary>The change to each point from the one before, per interval: one less than there are points.</summary>
    public static List<double> Derivative(List<long> times, List<double> values, long interval)
    {
        CheckInterval(interval);
        var changes = new List<double>();
        for (var point = 1; point < times.Count; point++)
        {
            changes.Add((values[point] - values[point - 1]) / ((double)(times[point] - times[point - 1]) / interval));
        }

        return changes;
    }

    /// <summary>The area under the lines between the points; the width of an interval is 1.</summary>
    public static double Integral(List<long> times, List<double> values, long interval)
    {
        CheckInterval(interval);
        var area = 0.0;
        for (var point = 1; point < times.Count; point++)
        {
            var width = (double)(times[point] - times[point - 1]) / interval;
            area += (values[point] + values[point - 1]) / 2 * width;
        }

        return area;
    }

    private static void CheckInterval(long interval)
    {
        if (interval <= 0)
        {
            throw new QueryDataException("The interval must be greater than zero");
        }
    }
}
