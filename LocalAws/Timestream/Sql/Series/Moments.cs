namespace TelemetryAspire.LocalAws.Timestream.Sql.Series;

/// <summary>Moments of a list of values.</summary>
internal static class Moments
{
    /// <summary>The population's skewness; null for less than three values, no number when they are all equal.</summary>
    /// <remarks>The mean and the sums of deviations grow value by value: stable, and the digits are the documented ones.</remarks>
    public static double? Skewness(List<double> values)
    {
        var (mean, squares, cubes) = (0.0, 0.0, 0.0);
        for (var before = 0; before < values.Count; before++)
        {
            var count = before + 1;
            var change = values[before] - mean;
            var step = change / count;
            var square = change * step * before;
            mean += step;
            cubes += (square * step * (count - 2)) - (3 * step * squares);
            squares += square;
        }

        return values.Count < 3 ? null : Math.Sqrt(values.Count) * cubes / Math.Pow(squares, 1.5);
    }
}
