using CsCheck;
using TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Properties;

public sealed class WindowPropertyTests(GoldenHost host) : PropertyTest(host)
{
    private sealed record Item(int Partition, int Key, int? X);

    /// <summary>Rows, and how far a frame reaches before and after the current row.</summary>
    private static readonly Gen<(Item[] Rows, int Before, int After, int Buckets)> Cases = Gen.Select(
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5].Nullable()).Array[1, 40], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[1, 6]).Select(
            (rows, before, after, buckets) =>
                (rows.Select((row, key) => new Item(row.Item1, key, row.Item2)).ToArray(), before, after, buckets));

    [Fact]
    public Task Window_functions_see_the_rows_of_their_frames() => CheckAsync(Cases, async @case =>
    {
        var (rows, before, after, buckets) = @case;
        var values = string.Join(", ", rows.Select(row => Row(row.Partition, row.Key, row.X)).Prepend("row(-1, 0, 0)"));
        var sql = $"""
            SELECT row_number() OVER byKey, rank() OVER byX, dense_rank() OVER byX, percent_rank() OVER byX, cume_dist() OVER byX,
                ntile({buckets}) OVER byKey, lag(x, {before}) OVER byKey, lead(x, {after}, -1) OVER byKey,
                lag(x) IGNORE NULLS OVER byKey, first_value(x) OVER (byKey {Rows(before, after)}),
                last_value(x) IGNORE NULLS OVER (byKey {Rows(before, after)}), nth_value(x, 2) OVER (byKey {Rows(before, after)}),
                sum(x) OVER (byKey {Rows(before, after)}), count(*) OVER byX, max_by(k, x * 100 + k) OVER (byKey {Rows(before, after)}),
                sum(k) OVER (PARTITION BY p ORDER BY k RANGE BETWEEN {before} PRECEDING AND CURRENT ROW)
            FROM (VALUES {values}) AS t(p, k, x) WHERE p >= 0
            WINDOW byKey AS (PARTITION BY p ORDER BY k), byX AS (PARTITION BY p ORDER BY x)
            ORDER BY k
            """;

        AssertRows(rows.Select(row => Expected(rows, row, before, after, buckets)), await RowsAsync(sql));
    });

    private static string Rows(int before, int after) => $"ROWS BETWEEN {before} PRECEDING AND {after} FOLLOWING";

    private static string?[] Expected(Item[] all, Item row, int before, int after, int buckets)
    {
        var partition = all.Where(other => other.Partition == row.Partition).ToList();
        var place = partition.IndexOf(row);
        var frame = partition[Math.Max(0, place - before)..Math.Min(partition.Count, place + after + 1)];
        var x = row.X ?? int.MaxValue;
        var smaller = partition.Count(other => (other.X ?? int.MaxValue) < x);
        var notLarger = partition.Count(other => (other.X ?? int.MaxValue) <= x);
        var ahead = place + after < partition.Count ? partition[place + after].X : -1;
        return
        [
            Whole(place + 1), Whole(smaller + 1),
            Whole(partition.Where(other => (other.X ?? int.MaxValue) < x).Select(other => other.X).Distinct().Count() + 1),
            Text(partition.Count == 1 ? 0 : (double)smaller / (partition.Count - 1)), Text((double)notLarger / partition.Count),
            Whole(Bucket(place, partition.Count, buckets)), place < before ? null : Whole(partition[place - before].X), Whole(ahead),
            Whole(partition[..place].FindLast(other => other.X is not null)?.X), Whole(frame[0].X),
            Whole(frame.FindLast(other => other.X is not null)?.X), frame.Count < 2 ? null : Whole(frame[1].X),
            frame.TrueForAll(other => other.X is null) ? null : Whole(frame.Sum(other => other.X ?? 0)), Whole(notLarger),
            Whole(frame.Where(other => other.X is not null).MaxBy(other => (other.X * 100) + other.Key)?.Key),
            Whole(partition.Where(other => other.Key <= row.Key && other.Key >= row.Key - before).Sum(other => other.Key)),
        ];
    }

    /// <summary>The first buckets take the rows that are left over.</summary>
    private static int Bucket(int place, int count, int buckets)
    {
        var (size, rest) = (count / buckets, count % buckets);
        var large = rest * (size + 1);
        return place < large ? (place / (size + 1)) + 1 : rest + ((place - large) / size) + 1;
    }

    private static string Text(double value) => LocalAws.Timestream.Sql.Results.JavaDoubleText.Format(value);
}
