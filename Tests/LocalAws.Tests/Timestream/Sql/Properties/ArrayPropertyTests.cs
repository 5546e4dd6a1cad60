using CsCheck;
using TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Properties;

/// <summary>Array functions on the rows of one query.</summary>
public sealed class ArrayPropertyTests(GoldenHost host) : PropertyTest(host)
{
    private sealed record Pair(int?[] Left, int?[] Right, int Element, int Start, int Length);

    private static readonly Gen<Pair[]> Pairs = Gen.Select(
        Gen.Int[0, 6].Nullable().Array[0, 9],
        Gen.Int[0, 6].Nullable().Array[0, 9],
        Gen.Int[0, 6],
        Gen.OneOf(Gen.Int[-10, -1], Gen.Int[1, 10]),
        Gen.Int[0, 10],
        (left, right, element, start, length) => new Pair(left, right, element, start, length)).Array[1, 12];

    [Fact]
    public Task Array_functions_do_as_lists_do() => CheckAsync(Pairs, async pairs =>
    {
        const string Columns = """
            array_distinct(a), array_union(a, b), array_except(a, b), array_intersect(a, b), array_sort(a), reverse(a), a || b,
            array_remove(a, e), array_position(a, e), contains(a, e), arrays_overlap(a, b), array_max(a), array_min(b),
            slice(a, s, n), cardinality(zip(a, b)), array_join(a, '-'), array_join(b, '-', 'n'), element_at(a, s),
            transform(a, x -> x + e), filter(a, x -> x > e), reduce(a, 0, (t, x) -> t + coalesce(x, e), t -> t),
            array_join(a, CAST(e AS varchar)), transform(a, x -> reduce(b, e, (t, y) -> t + coalesce(x, e) + coalesce(y, s), t -> t + n)),
            array_sort(a, (x, y) -> coalesce(y, 9) - coalesce(x, 9)), zip_with(a, b, (x, y) -> coalesce(x, 9) * coalesce(y, 10)),
            any_match(a, x -> x = e), all_match(a, x -> x <> e), none_match(b, x -> x = e)
            """;
        var rows = pairs.Select((pair, index) =>
            $"row({index}, {Array(pair.Left)}, {Array(pair.Right)}, {pair.Element}, {pair.Start}, {pair.Length})");

        var actual = await RowsAsync($"SELECT {Columns} FROM (VALUES {string.Join(", ", rows)}) AS t(i, a, b, e, s, n) ORDER BY i");

        AssertRows(pairs.Select(Expected), actual);
    });

    private static string?[] Expected(Pair pair)
    {
        var (a, b, e) = (pair.Left, pair.Right, pair.Element);
        var (longer, shorter) = b.Length > a.Length ? (b, a) : (a, b);
        var nulls = a.Contains(null) && b.Length > 0 || b.Contains(null) && a.Length > 0;
        var found = a.Contains(e);
        var unknown = a.Contains(null);
        var first = pair.Start > 0 ? pair.Start - 1 : a.Length + pair.Start;
        return
        [
            Text(a.Distinct()), Text(a.Union(b)), Text(a.Except(b)), Text(longer.Distinct().Where(shorter.Contains)),
            Text(a.OrderBy(x => x ?? int.MaxValue)), Text(a.Reverse()), Text(a.Concat(b)), Text(a.Where(x => x != e)),
            Whole(System.Array.IndexOf(a, e) + 1), Truth(found, unknown),
            Truth(a.Intersect(b).Any(x => x is not null), nulls), Whole(Extreme(a, xs => xs.Max())), Whole(Extreme(b, xs => xs.Min())),
            Text(first < 0 ? [] : a.Skip(first).Take(pair.Length)), Whole(Math.Max(a.Length, b.Length)),
            string.Join('-', a.OfType<int>()), string.Join('-', b.Select(x => Whole(x) ?? "n")),
            first < 0 || first >= a.Length ? null : Whole(a[first]),
            Text(a.Select(x => x + e)), Text(a.Where(x => x > e)), Whole(a.Sum(x => x ?? e)),
            string.Join(Whole(e), a.OfType<int>()),
            Text(a.Select(x => (int?)(e + pair.Length + b.Sum(y => (x ?? e) + (y ?? pair.Start))))),
            Text(a.OrderByDescending(x => x ?? 9)),
            Text(Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(index =>
                (int?)((a.ElementAtOrDefault(index) ?? 9) * (b.ElementAtOrDefault(index) ?? 10)))),
            Truth(found, unknown), found ? "false" : unknown ? null : "true",
            b.Contains(e) ? "false" : b.Contains(null) ? null : "true",
        ];
    }

    /// <summary>Empty arrays need a type of elements.</summary>
    private static string Array(int?[] items) => $"CAST(ARRAY[{string.Join(", ", items.Select(item => Literal(item)))}] AS array(integer))";

    private static string Text(IEnumerable<int?> items) => $"[{string.Join(", ", items.Select(item => Whole(item)))}]";

    private static string? Truth(bool found, bool unknown) => found ? "true" : unknown ? null : "false";

    private static int? Extreme(int?[] items, Func<IEnumerable<int?>, int?> of) =>
        items.Length == 0 || items.Contains(null) ? null : of(items);
}
