using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <content>UNNEST, alone or joined to what is left of it, whose columns it can name.</content>
/// <remarks>
/// Three steps, so that each argument is computed once: the columns used of the left side and the arguments; a row for
/// each element, DuckDB filling shorter lists up with NULL; the fields of elements that are rows.
/// </remarks>
internal sealed partial class QueryBinder
{
    /// <summary>The UNNEST that a relation is, with or without an alias.</summary>
    private static UnnestRelation? UnnestOf(Relation relation) => relation switch
    {
        UnnestRelation unnest => unnest,
        AliasedRelation { Relation: UnnestRelation unnest } => unnest,
        _ => null,
    };

    private BoundRelation BindUnnestJoin(JoinRelation join, UnnestRelation unnest, Scope? outer)
    {
        var isOnTrue = join.On is BooleanLiteral { Value: true };
        if (join.Kind is not ("CROSS" or "INNER" or "LEFT") || (join.Kind != "CROSS" && !isOnTrue))
        {
            throw SqlError.Unsupported(
                join.Position, "JOIN involving UNNEST other than CROSS, or INNER or LEFT with condition ON TRUE,");
        }

        return BindUnnest(unnest, join.Right as AliasedRelation, BindRelation(join.Left, outer), join.Kind == "LEFT", outer);
    }

    private BoundRelation BindUnnest(
        UnnestRelation unnest, AliasedRelation? aliased, BoundRelation? left, bool keepsEmpty, Scope? outer)
    {
        var alias = Context.NewName("u");
        var binder = new ExpressionBinder(this, new Scope(left?.Fields ?? [], outer), GroupKeys.None);
        var arguments = unnest.Arguments.Select(binder.Bind).ToList();
        var columns = arguments.SelectMany((argument, index) =>
        {
            RejectAggregates(argument, unnest.Arguments[index], "UNNEST");
            return ElementColumns(unnest.Arguments[index].Position, argument.Type, index);
        }).ToList();
        if (unnest.WithOrdinality)
        {
            columns.Add((null, SqlType.Bigint, "o"));
        }

        var elements = new BoundRelation(
            [.. columns.Select((column, index) => new Field([], column.Name, column.Type, Name($"{alias}.c{index}")))],
            () => "");
        var used = new SortedSet<int>();
        var leftFields = (left?.Fields ?? []).Select((field, index) => field with
        {
            Sql = Name($"{alias}.l{index}"),
            OnUse = () =>
            {
                used.Add(index);
                field.OnUse?.Invoke();
            },
        });
        List<Field> fields = [.. leftFields, .. (aliased is null ? elements : Alias(aliased, elements)).Fields];
        return new BoundRelation(fields, ToSql);

        string ToSql()
        {
            var given = used.Select(index => Name($"{left!.Fields[index].Sql} AS l{index}"))
                .Concat(arguments.Select((argument, index) => Name($"{argument.Sql} AS a{index}")));
            var lists = $"(SELECT {string.Join(", ", given)}{(left is null ? "" : $" FROM {left.ToSql()}")})";
            var kept = used.Select(index => Name($"l{index}")).ToList();
            var rows = $"(SELECT {string.Join(", ", kept.Concat(UnnestedSql(unnest, arguments.Count, keepsEmpty)))} FROM {lists})";
            var results = kept.Concat(columns.Select((column, index) => Name($"{column.Sql} AS c{index}")));
            return $"(SELECT {string.Join(", ", results)} FROM {rows}) AS {alias}";
        }
    }

    private static string Name(FormattableString name) => name.ToString(CultureInfo.InvariantCulture);

    /// <summary>An array of rows has a column for each field, and a time series has time and value.</summary>
    private static IEnumerable<(string? Name, SqlType Type, string Sql)> ElementColumns(
        SourcePosition position, SqlType type, int index) => type switch
        {
            ArrayType { Element: RowType row } => row.Fields.Select(
                (field, at) => (field.Name, field.Type, Name($"struct_extract(e{index}, 'f{at}')"))),
            ArrayType array => [(null, array.Element, Name($"e{index}"))],
            TimeSeriesType series =>
            [
                ("time", SqlType.Timestamp, Name($"struct_extract(e{index}, 'time')")),
            ("value", series.Value, Name($"struct_extract(e{index}, 'value')")),
        ],
            _ => throw SqlError.At(position, $"Cannot unnest type: {type}"),
        };

    /// <summary>An element of each list, and its number; a row without elements stays with NULLs when it is kept.</summary>
    private static IEnumerable<string> UnnestedSql(UnnestRelation unnest, int count, bool keepsEmpty)
    {
        var lengths = string.Join(", ", Enumerable.Range(0, count).Select(index => Name($"COALESCE(len(a{index}), 0)")));
        for (var index = 0; index < count; index++)
        {
            yield return keepsEmpty && index == 0
                ? $"unnest(CASE WHEN greatest({lengths}) = 0 THEN [NULL] ELSE a0 END) AS e0"
                : Name($"unnest(a{index}) AS e{index}");
        }

        if (unnest.WithOrdinality)
        {
            yield return $"unnest(range(1, 1 + greatest({lengths}))) AS o";
        }
    }
}
