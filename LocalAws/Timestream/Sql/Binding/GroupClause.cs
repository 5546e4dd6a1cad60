using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>A bound GROUP BY: its different expressions, and its grouping sets as lists of their indexes.</summary>
internal sealed record GroupClause(IReadOnlyList<BoundExpression> Keys, IReadOnlyList<IReadOnlyList<int>> Sets)
{
    /// <summary>As many as Trino allows.</summary>
    private const int MaxSets = 2048;

    /// <summary>What follows GROUP BY in DuckDB's SQL.</summary>
    public string Sql => Sets.Count == 1
        ? SetSql(Sets[0], one: true)
        : $"GROUPING SETS ({string.Join(", ", Sets.Select(set => SetSql(set, one: false)))})";

    /// <summary>Multiplies the elements out: <c>a, ROLLUP (b, c)</c> is <c>(a, b, c), (a, b), (a)</c>.</summary>
    /// <param name="clause">As it was written.</param>
    /// <param name="bind">Binds an expression of it.</param>
    public static GroupClause Create(GroupBySyntax clause, Func<Expression, BoundExpression> bind)
    {
        var keys = new List<BoundExpression>();
        IEnumerable<IReadOnlyList<int>> sets = [[]];
        foreach (var element in clause.Elements)
        {
            var expanded = Expand(element, [.. element.Sets.Select(set => set.Select(KeyOf).ToList())]);
            sets = [.. sets.SelectMany(_ => expanded, (left, right) => (IReadOnlyList<int>)[.. left.Union(right)]).Take(MaxSets + 1)];
        }

        if (clause.IsDistinct)
        {
            sets = sets.DistinctBy(set => string.Join(',', set.Order()));
        }

        List<IReadOnlyList<int>> all = [.. sets];
        return all.Count <= MaxSets ? new GroupClause(keys, all) : throw TooMany(clause.Position);

        int KeyOf(Expression expression)
        {
            var key = bind(expression);
            var index = keys.FindIndex(candidate => candidate.Sql == key.Sql);
            if (index < 0)
            {
                index = keys.Count;
                keys.Add(key);
            }

            return index;
        }
    }

    private static List<IReadOnlyList<int>> Expand(GroupingElement element, IReadOnlyList<List<int>> sets)
    {
        switch (element.Kind)
        {
            case GroupingKind.Sets:
                return [.. sets];
            case GroupingKind.Rollup:
                return [.. Enumerable.Range(0, sets.Count + 1).Select(left => Merge(sets.Take(sets.Count - left)))];
            default:
                if (1L << Math.Min(sets.Count, 32) > MaxSets)
                {
                    throw TooMany(element.Position);
                }

                // The highest bit is the first set, so that the fullest grouping comes first, as CUBE's definition lists them.
                return [.. Enumerable.Range(0, 1 << sets.Count).Reverse().Select(bits =>
                    Merge(sets.Where((_, index) => (bits >> (sets.Count - 1 - index) & 1) == 1)))];
        }
    }

    private static IReadOnlyList<int> Merge(IEnumerable<List<int>> sets) => [.. sets.SelectMany(set => set).Distinct()];

    private static Protocol.AwsException TooMany(SourcePosition position) =>
        SqlError.At(position, $"GROUP BY has more than {MaxSets} grouping sets");

    private string SetSql(IReadOnlyList<int> set, bool one)
    {
        var keys = string.Join(", ", set.Select(index => Keys[index].Sql));
        return one && set.Count > 0 ? keys : $"({keys})";
    }
}
