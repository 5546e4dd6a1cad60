namespace TelemetryAspire.LocalAws.Timestream.Sql.Series;

/// <summary>Correlation of two equally long lists; null when one of them does not vary.</summary>
internal static class Correlation
{
    public static double? Pearson(List<double> left, List<double> right)
    {
        if (left.Count < 2)
        {
            return null;
        }

        var (leftMean, rightMean) = (left.Average(), right.Average());
        var (both, leftSquares, rightSquares) = (0.0, 0.0, 0.0);
        for (var index = 0; index < left.Count; index++)
        {
            var (x, y) = (left[index] - leftMean, right[index] - rightMean);
            both += x * y;
            leftSquares += x * x;
            rightSquares += y * y;
        }

        var result = both / Math.Sqrt(leftSquares * rightSquares);
        return double.IsFinite(result) ? Math.Clamp(result, -1, 1) : null;
    }

    /// <summary>Pearson's coefficient of the ranks.</summary>
    public static double? Spearman(List<double> left, List<double> right) => Pearson(Ranks(left), Ranks(right));

    /// <summary>The rank of each value, counted from 1; equal values share the mean of theirs.</summary>
    private static List<double> Ranks(List<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(index => values[index]).ToArray();
        var ranks = new double[values.Count];
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && values[order[end]].Equals(values[order[first]]))
            {
                end++;
            }

            // Ranks first + 1 to end; their mean.
            for (var place = first; place < end; place++)
            {
                ranks[order[place]] = (first + 1 + end) / 2.0;
            }

            first = end;
        }

        return [.. ranks];
    }
}
