using System.Globalization;
using CsCheck;
using TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Properties;

/// <summary>Time-series functions on several series in one query, in any order of their points.</summary>
public sealed class TimeSeriesPropertyTests(GoldenHost host) : PropertyTest(host)
{
    private sealed record Point(int Time, double Value);

    /// <summary>Series with points at different seconds, shuffled, and times to ask for.</summary>
    private static readonly Gen<(Point[][] Series, int[] Times)> Cases = Gen.Select(
        Gen.Select(Gen.Int[0, 60].HashSet[1, 12].SelectMany(times => Gen.Shuffle(times.ToArray())), Gen.Int[-80, 80].Array[12]).Array[1, 5],
        Gen.Int[-5, 65].Array[1, 15]).Select((series, times) =>
            (series.Select(one => one.Item1.Select((time, index) => new Point(time, one.Item2[index] / 8.0)).ToArray()).ToArray(), times));

    [Fact]
    public Task Interpolation_fills_what_is_between_the_points() => CheckAsync(Cases, async @case =>
    {
        var (series, times) = @case;
        foreach (var (call, valueAt) in new (string, Func<Point[], int, double?>)[]
        {
            ("interpolate_linear({0}, {1})", Linear),
            ("interpolate_spline_cubic({0}, {1})", Spline),
            ("interpolate_locf({0}, {1})", (points, time) => points.LastOrDefault(point => point.Time <= time)?.Value),
            ("interpolate_fill({0}, {1}, 0.5)", (points, time) => points.FirstOrDefault(point => point.Time == time)?.Value ?? 0.5),
        })
        {
            var at = $"ARRAY[{string.Join(", ", times.Select(Time))}]";
            var actual = await SeriesAsync(call, at, series);
            var single = await RowsAsync(Query(string.Format(CultureInfo.InvariantCulture, call, "ts", Time(times[0])), series));
            for (var index = 0; index < series.Length; index++)
            {
                var sorted = series[index].OrderBy(point => point.Time).ToArray();
                AssertSame(times.Order().Select(time => (time, valueAt(sorted, time))), actual[index], call);
                AssertClose(valueAt(sorted, times[0]), single[index][0], call);
            }
        }
    });

    [Fact]
    public Task Derivatives_and_integrals_follow_the_lines_between_the_points() => CheckAsync(Cases, async @case =>
    {
        var slopes = await SeriesAsync("derivative_linear({0}, 10s)", "", @case.Series);
        var rising = await SeriesAsync("non_negative_derivative_linear({0}, 10s)", "", @case.Series);
        var areas = await RowsAsync(Query("integral_trapezoidal(ts, 10s)", @case.Series));
        for (var index = 0; index < @case.Series.Length; index++)
        {
            var points = @case.Series[index].OrderBy(point => point.Time).ToArray();
            var steps = points.Skip(1).Zip(points, (to, from) => (to.Time, Rise: to.Value - from.Value, Width: (to.Time - from.Time) / 10.0, from.Value)).ToList();

            AssertSame(steps.Select(step => (step.Time, (double?)(step.Rise / step.Width))), slopes[index], "derivative");
            AssertSame(steps.Where(step => step.Rise >= 0).Select(step => (step.Time, (double?)(step.Rise / step.Width))), rising[index], "rising");
            AssertClose(steps.Sum(step => (step.Value + (step.Rise / 2)) * step.Width), areas[index][0], "integral");
        }
    });

    [Fact]
    public Task Correlation_is_that_of_values_or_ranks() => CheckAsync(
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[1, 20],
        async pairs =>
        {
            var points = pairs.Select((pair, index) => (Time: index, X: (double)pair.Item1, Y: (double)pair.Item2)).ToArray();
            var rows = string.Join(", ", points.Select(point => Row(point.Time, point.X, point.Y)));
            var series = "create_time_series(from_milliseconds(t), {0})";
            var (x, y) = (series.Replace("{0}", "x", StringComparison.Ordinal), series.Replace("{0}", "y", StringComparison.Ordinal));

            var actual = Assert.Single(await RowsAsync(
                $"SELECT correlate_pearson({x}, {y}), correlate_spearman({x}, {y}) FROM (VALUES {rows}) AS v(t, x, y)"));

            AssertClose(Pearson([.. points.Select(point => (point.X, point.Y))]), actual[0], "Pearson");
            AssertClose(
                Pearson([.. points.Select(point => (Rank(points, other => other.X, point.X), Rank(points, other => other.Y, point.Y)))]),
                actual[1],
                "Spearman");
        });

    private static double? Linear(Point[] points, int time)
    {
        var (left, right) = (points.LastOrDefault(point => point.Time <= time), points.FirstOrDefault(point => point.Time >= time));
        return left is null || right is null ? null
            : left == right ? left.Value
            : left.Value + ((right.Value - left.Value) * (time - left.Time) / (right.Time - left.Time));
    }

    /// <summary>The natural spline as y'' at each point, from the full system of equations.</summary>
    private static double? Spline(Point[] points, int time)
    {
        var right = Array.FindIndex(points, point => point.Time >= time);
        if (right < 0 || points[0].Time > time || points[right].Time == time)
        {
            return Linear(points, time);
        }

        var bends = DenseSystem.Solve(points.Length, (row, column) =>
        {
            double Width(int index) => points[index].Time - points[index - 1].Time;
            double Slope(int index) => (points[index].Value - points[index - 1].Value) / Width(index);
            if (row == 0 || row == points.Length - 1)
            {
                return column == row ? 1 : 0;
            }

            return column == row - 1 ? Width(row)
                : column == row ? 2 * (Width(row) + Width(row + 1))
                : column == row + 1 ? Width(row + 1)
                : column == points.Length ? 6 * (Slope(row + 1) - Slope(row)) : 0;
        });
        var (from, to) = (points[right - 1], points[right]);
        var (h, a, b) = ((double)(to.Time - from.Time), (double)(to.Time - time), (double)(time - from.Time));
        return (((bends[right - 1] * a * a * a) + (bends[right] * b * b * b)) / (6 * h))
            + (((from.Value / h) - (bends[right - 1] * h / 6)) * a) + (((to.Value / h) - (bends[right] * h / 6)) * b);
    }

    private static double? Pearson((double X, double Y)[] pairs)
    {
        var (x, y) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Y));
        var result = pairs.Sum(pair => (pair.X - x) * (pair.Y - y))
            / Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.X - x, 2)) * pairs.Sum(pair => Math.Pow(pair.Y - y, 2)));
        return double.IsFinite(result) ? result : null;
    }

    private static double Rank<T>(T[] all, Func<T, double> value, double own) =>
        all.Count(other => value(other) < own) + ((all.Count(other => value(other) == own) + 1) / 2.0);

    /// <summary>The time series of a call for each series, as pairs of seconds and values.</summary>
    private async Task<List<(int Time, string? Value)>[]> SeriesAsync(string call, string at, Point[][] series)
    {
        var expression = string.Format(CultureInfo.InvariantCulture, call, "ts", at);
        var rows = await RowsAsync(
            $"SELECT g, date_diff('second', {Time(0)}, p.time), p.value FROM ({Query($"g, {expression} AS r", series)}) AS s(g, r) "
            + "CROSS JOIN UNNEST(r) AS p(time, value) ORDER BY 1, 2");
        var byIndex = rows.ToLookup(row => int.Parse(row[0]!, CultureInfo.InvariantCulture));
        return [.. series.Select((_, index) => byIndex[index]
            .Select(row => (int.Parse(row[1]!, CultureInfo.InvariantCulture), row[2])).ToList())];
    }

    private static string Query(string columns, Point[][] series)
    {
        var rows = series.SelectMany((points, index) => points.Select(point => $"row({index}, {Time(point.Time)}, {Literal(point.Value)})"));
        return $"SELECT {columns} FROM (SELECT g, create_time_series(t, v) AS ts FROM (VALUES {string.Join(", ", rows)}) AS v(g, t, v) "
            + "GROUP BY g) AS x ORDER BY g";
    }

    private static string Time(int second) =>
        $"TIMESTAMP '{TimestreamTest.Now.AddSeconds(second).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}'";

    /// <summary>A series has no point where there is no value.</summary>
    private static void AssertSame(IEnumerable<(int Time, double? Value)> expected, List<(int Time, string? Value)> actual, string what)
    {
        var points = expected.Where(point => point.Value is not null).ToList();
        Assert.Equal(points.Select(point => point.Time), actual.Select(point => point.Time));
        foreach (var (point, found) in points.Zip(actual))
        {
            AssertClose(point.Value, found.Value, $"{what} at {point.Time} s");
        }
    }
}
