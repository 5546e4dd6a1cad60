using CsCheck;
using TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Properties;

public sealed class AggregatePropertyTests(GoldenHost host) : PropertyTest(host)
{
    /// <summary>A row: its group, a key that no other row has, a number and a double that may be NULL.</summary>
    private sealed record Reading(int Group, int Key, int? X, double? Y);

    private static readonly Gen<Reading[]> Readings =
        Gen.Select(Gen.Int[0, 3], Gen.Int[-9, 9].Nullable(), Gen.Int[-400, 400].Nullable(), (group, x, y) => (group, x, y))
            .Array[1, 60]
            .Select(rows => rows.Select((row, key) => new Reading(row.group, key, row.x, row.y / 8.0)).ToArray());

    private static string From(Reading[] rows) =>
        $"FROM (VALUES {string.Join(", ", rows.Select(row => Row(row.Group, row.Key, row.X, row.Y)).Prepend("row(-1, 0, 0, 0e0)"))}) "
        + "AS t(g, k, x, y) WHERE g >= 0";

    [Fact]
    public Task Exact_aggregates_are_those_of_the_rows() => CheckAsync(Readings, async rows =>
    {
        const string Columns = """
            count(*), count(x), count(DISTINCT x), count_if(x > 0), sum(x), min(x), max(x), max_by(x, k), min_by(k, y * 100 + k),
            bool_or(x > 5), bool_and(x > 5), bitwise_and_agg(x), bitwise_or_agg(x), array_agg(x ORDER BY k),
            max(k, 2), min_by(x, k, 3), approx_percentile(x, 0.9), approx_percentile(x, ARRAY[0.0, 0.5, 1.0]),
            approx_percentile(x, k + 1, 0.3), sum(k) FILTER (WHERE y > 0)
            """;
        var expected = rows.GroupBy(row => row.Group).OrderBy(group => group.Key).Select(group => Expected([.. group])).ToArray();

        AssertRows(expected, await RowsAsync($"SELECT {Columns} {From(rows)} GROUP BY g ORDER BY g"));
    });

    private static string?[] Expected(Reading[] rows)
    {
        var xs = rows.Where(row => row.X is not null).OrderBy(row => row.X).Select(row => row.X!.Value).ToList();
        var last = rows.MaxBy(row => row.Key)!;
        var lowest = rows.Where(row => row.Y is not null).MinBy(row => (row.Y * 100) + row.Key);
        var weighted = rows.Where(row => row.X is not null).OrderBy(row => row.X)
            .SelectMany(row => Enumerable.Repeat(row.X!.Value, row.Key + 1)).ToList();
        var positive = rows.Where(row => row.Y > 0).ToList();
        return
        [
            Whole(rows.Length), Whole(xs.Count), Whole(xs.Distinct().Count()), Whole(xs.Count(x => x > 0)),
            Whole(xs.Count == 0 ? null : xs.Sum()), Whole(Percentile(xs, 0)), Whole(Percentile(xs, 1)), Whole(last.X), Whole(lowest?.Key),
            Boolean(xs, xs.Exists(x => x > 5)), Boolean(xs, xs.TrueForAll(x => x > 5)),
            Whole(xs.Count == 0 ? null : xs.Aggregate(-1, (all, x) => all & x)),
            Whole(xs.Count == 0 ? null : xs.Aggregate(0, (all, x) => all | x)),
            List(rows.OrderBy(row => row.Key).Select(row => Whole(row.X))),
            List(rows.OrderByDescending(row => row.Key).Take(2).Select(row => Whole(row.Key))),
            List(rows.OrderBy(row => row.Key).Take(3).Select(row => Whole(row.X))),
            Whole(Percentile(xs, 0.9)),
            xs.Count == 0 ? null : List([Whole(xs[0]), Whole(Percentile(xs, 0.5)), Whole(xs[^1])]),
            Whole(Percentile(weighted, 0.3)),
            Whole(positive.Count == 0 ? null : positive.Sum(row => row.Key)),
        ];
    }

    [Fact]
    public Task Statistics_are_those_of_the_rows() => CheckAsync(Readings, async rows =>
    {
        const string Columns = """
            avg(y), sum(y), stddev_samp(y), stddev_pop(y), variance(y), var_pop(y), skewness(y), corr(x, y), covar_pop(x, y),
            covar_samp(x, y), regr_slope(y, x), regr_intercept(y, x), geometric_mean(y * y + 1)
            """;
        var groups = rows.GroupBy(row => row.Group).OrderBy(group => group.Key).ToList();

        var actual = await RowsAsync($"SELECT {Columns} {From(rows)} GROUP BY g ORDER BY g");

        Assert.Equal(groups.Count, actual.Count);
        foreach (var (group, values) in groups.Zip(actual))
        {
            var expected = Statistics([.. group]);
            Assert.Equal(expected.Length, values.Length);
            for (var column = 0; column < expected.Length; column++)
            {
                AssertClose(expected[column], values[column], $"column {column} of group {group.Key}");
            }
        }
    });

    private static double?[] Statistics(Reading[] rows)
    {
        var ys = rows.Where(row => row.Y is not null).Select(row => row.Y!.Value).ToList();
        var pairs = rows.Where(row => row is { X: not null, Y: not null }).Select(row => (X: (double)row.X!, Y: row.Y!.Value)).ToList();
        var (xs, others) = (pairs.ConvertAll(pair => pair.X), pairs.ConvertAll(pair => pair.Y));
        var (sxx, syy, sxy) = (Deviations(xs, xs), Deviations(others, others), Deviations(xs, others));
        double? slope = sxx > 0 ? sxy / sxx : null;
        var squares = Deviations(ys, ys);
        return
        [
            Mean(ys), ys.Count == 0 ? null : ys.Sum(),
            ys.Count < 2 ? null : Math.Sqrt(squares / (ys.Count - 1)), ys.Count == 0 ? null : Math.Sqrt(squares / ys.Count),
            ys.Count < 2 ? null : squares / (ys.Count - 1), ys.Count == 0 ? null : squares / ys.Count,
            ys.Count < 3 ? null : squares == 0 ? double.NaN : Math.Sqrt(ys.Count) * ys.Sum(y => Math.Pow(y - ys.Average(), 3)) / Math.Pow(squares, 1.5),
            sxx > 0 && syy > 0 ? sxy / Math.Sqrt(sxx * syy) : null,
            pairs.Count == 0 ? null : sxy / pairs.Count, pairs.Count < 2 ? null : sxy / (pairs.Count - 1),
            slope, slope is null ? null : others.Average() - (slope * xs.Average()),
            ys.Count == 0 ? null : Math.Exp(ys.Average(y => Math.Log((y * y) + 1))),
        ];
    }

    private static double? Mean(List<double> values) => values.Count == 0 ? null : values.Average();

    private static double Deviations(List<double> left, List<double> right) => left.Count == 0
        ? 0
        : left.Zip(right).Sum(pair => (pair.First - left.Average()) * (pair.Second - right.Average()));

    private static int? Percentile(List<int> sorted, double percentile) =>
        sorted.Count == 0 ? null : sorted[Math.Min(sorted.Count - 1, (int)Math.Floor(percentile * sorted.Count))];

    private static string? Boolean(List<int> values, bool value) => values.Count == 0 ? null : value ? "true" : "false";

    private static string List(IEnumerable<string?> items) => $"[{string.Join(", ", items)}]";
}
