namespace TelemetryAspire.LocalAws.Timestream.Sql.Series;

/// <summary>
/// Values on the natural cubic spline through the points: its first and second derivatives are continuous, and the second
/// is zero at both ends. None before the first point and after the last.
/// </summary>
internal sealed class CubicSpline
{
    private const double NanosPerSecond = 1e9;

    private readonly List<long> _times;
    private readonly List<double> _values;
    private readonly LinearInterpolation _linear;

    /// <summary>The second derivative at each point, per second squared.</summary>
    private readonly double[] _bends;

    public CubicSpline(List<long> times, List<double> values)
    {
        _times = times;
        _values = values;
        _linear = new LinearInterpolation(times, values);
        _bends = Solve();
    }

    public double? At(long time)
    {
        var left = SeriesSearch.LastAt(_times, time);
        if (left < 0 || left == _times.Count - 1 || _times[left] == time)
        {
            return _linear.At(time);
        }

        var width = Width(left);
        var after = (time - _times[left]) / NanosPerSecond;
        var before = width - after;
        var line = ((_values[left] * before) + (_values[left + 1] * after)) / width;
        var bend = (_bends[left] * ((before * before * before / width) - (width * before)))
            + (_bends[left + 1] * ((after * after * after / width) - (width * after)));
        return line + (bend / 6);
    }

    private double Width(int left) => (_times[left + 1] - _times[left]) / NanosPerSecond;

    private double Slope(int left) => (_values[left + 1] - _values[left]) / Width(left);

    /// <summary>Solves the tridiagonal equations for the bends between the ends (Thomas's algorithm).</summary>
    private double[] Solve()
    {
        var count = _times.Count;
        var bends = new double[count];
        var factors = new double[count];
        for (var point = 1; point < count - 1; point++)
        {
            var (before, after) = (Width(point - 1), Width(point));
            var pivot = (2 * (before + after)) - (before * factors[point - 1]);
            factors[point] = after / pivot;
            bends[point] = ((6 * (Slope(point) - Slope(point - 1))) - (before * bends[point - 1])) / pivot;
        }

        for (var point = count - 2; point > 0; point--)
        {
            bends[point] -= factors[point] * bends[point + 1];
        }

        return bends;
    }
}
