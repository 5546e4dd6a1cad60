using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions on one array, and on arrays side by side; indexes count from 1.</summary>
internal static class ArrayFunctions
{
    /// <summary>Elements a function may make from nothing, as in Presto.</summary>
    public const int MaxGenerated = 10_000;

    private const string StartAtOne = "SQL array indices start at 1";

    public static void AddTo(FunctionTable table)
    {
        table.Add("cardinality", arguments => arguments is { Count: 1, Items: [{ Type: ArrayType or TimeSeriesType } array] }
            ? arguments.Result($"len({array.Sql})", SqlType.Bigint)
            : null);
        table.Add("contains", Contains);
        table.Add("array_position", Position);
        table.Add("array_remove", Remove);
        table.Add("element_at", ElementAt);
        table.Add("array_sort", Sort);
        table.Add("array_min", arguments => Extreme(arguments, "list_min"));
        table.Add("array_max", arguments => Extreme(arguments, "list_max"));
        table.Add("array_join", Join);
        table.Add("concat", Concat);
        table.Add("flatten", arguments => arguments is { Count: 1, Items: [{ Type: ArrayType { Element: ArrayType inner } } array] }
            ? arguments.Result($"flatten({array.Sql})", inner)
            : null);
        table.Add("repeat", Repeat);
        table.Add("reverse", arguments => OfArray(arguments, array => $"list_reverse({array})"));
        table.Add("shuffle", arguments => OfArray(arguments, Shuffle));
        table.Add("slice", Slice);
        table.Add("zip", Zip);
    }

    /// <summary><c>a[i]</c>: an index that is no element's is an error.</summary>
    public static string Subscript(string array, string index, SqlType element) => SqlLet.In([array, index], v =>
    {
        var tooLarge = Failure.Sql(
            element, "'Array subscript must be less than or equal to array length: '", v[1], "' > '", $"len({v[0]})");
        return Guard.Around(
            $"list_extract({v[0]}, {v[1]})",
            v,
            Guard.When($"{v[1]} = 0", StartAtOne, element),
            new Guard($"{v[1]} < 0", Failure.Sql(element, "'Array subscript is negative: '", v[1])),
            new Guard($"{v[1]} > len({v[0]})", tooLarge));
    });

    /// <summary>NULL, not false, when it is not found and an element is NULL.</summary>
    private static BoundExpression? Contains(FunctionArguments arguments) =>
        WithElement(arguments) is var (array, element, _)
            ? arguments.Result(
                SqlLet.In(
                    [array, element],
                    v => $"(CASE WHEN {Guard.AnyNull(v)} THEN NULL WHEN list_contains({v[0]}, {v[1]}) THEN TRUE "
                        + $"WHEN list_count({v[0]}) < len({v[0]}) THEN NULL ELSE FALSE END)"),
                SqlType.Boolean)
            : null;

    private static BoundExpression? Position(FunctionArguments arguments) =>
        WithElement(arguments) is var (array, element, _)
            ? arguments.Result(
                SqlLet.In(
                    [array, element],
                    v => Guard.Around($"CAST(COALESCE(list_position({v[0]}, {v[1]}), 0) AS BIGINT)", v)),
                SqlType.Bigint)
            : null;

    private static BoundExpression? Remove(FunctionArguments arguments) =>
        WithElement(arguments) is var (array, element, type)
            ? arguments.Result(
                SqlLet.In(
                    [array, element],
                    v => Guard.Around($"list_filter({v[0]}, lambda e: e IS DISTINCT FROM {v[1]})", v)),
                type)
            : null;

    /// <summary>NULL beyond the ends; a negative index counts from the end.</summary>
    private static BoundExpression? ElementAt(FunctionArguments arguments) =>
        arguments is { Count: 2, Items: [{ Type: ArrayType array }, var index] }
            && Coercion.To(index, SqlType.Bigint) is { } position
            ? arguments.Result(
                SqlLet.In(
                    [arguments.Items[0].Sql, position.Sql],
                    v => Guard.Around(
                        $"list_extract({v[0]}, {v[1]})",
                        v,
                        Guard.When($"{v[1]} = 0", StartAtOne, array.Element))),
                array.Element)
            : null;

    private static BoundExpression? Sort(FunctionArguments arguments) =>
        arguments is { Count: 1, Items: [{ Type: ArrayType { Element.IsOrderable: true } }] }
            ? OfArray(arguments, array => $"list_sort({array}, 'ASC', 'NULLS LAST')")
            : null;

    /// <summary>NULL when an element is; DuckDB would leave NULLs out.</summary>
    private static BoundExpression? Extreme(FunctionArguments arguments, string function) =>
        arguments is { Count: 1, Items: [{ Type: ArrayType { Element.IsOrderable: true } type } array] }
            ? arguments.Result(
                SqlLet.In(array.Sql, v => $"(CASE WHEN list_count({v}) = len({v}) THEN {function}({v}) END)"), type.Element)
            : null;

    /// <summary>Leaves NULLs out, unless a third argument says what to write for them.</summary>
    private static BoundExpression? Join(FunctionArguments arguments)
    {
        if (arguments is not { Count: 2 or 3, Items: [{ Type: ArrayType { Element: var element } } array, ..] }
            || Casts.ToText(new BoundExpression("e", element)) is not { } text
            || Coercion.To(arguments.Items[1], SqlType.Varchar) is not { } delimiter)
        {
            return null;
        }

        var forNull = arguments.Count == 3 ? Coercion.To(arguments.Items[2], SqlType.Varchar) : null;
        if (arguments.Count == 3 && forNull is null)
        {
            return null;
        }

        var sql = SqlLet.In([array.Sql, delimiter.Sql, forNull?.Sql ?? "NULL"], v =>
        {
            var texts = forNull is null
                ? $"list_transform(list_filter({v[0]}, lambda e: e IS NOT NULL), lambda e: {text})"
                : $"list_transform({v[0]}, lambda e: COALESCE({text}, {v[2]}))";
            // Not string_agg: its delimiter must be constant. In list_reduce, a captured one would be another row's.
            var parts = $"list_transform({texts}, lambda e, i: CASE WHEN i = 1 THEN e ELSE {v[1]} || e END)";
            return SqlLet.In(
                parts, joined => $"(CASE WHEN len({joined}) = 0 THEN '' ELSE list_reduce({joined}, lambda a, b: a || b) END)");
        });
        return arguments.Result(sql, SqlType.Varchar);
    }

    private static BoundExpression? Concat(FunctionArguments arguments)
    {
        if (arguments.Count < 2 || Coercion.Common(arguments.Items.Select(item => item.Type)) is not ArrayType type)
        {
            return null;
        }

        // The operator, unlike DuckDB's function, is NULL when a part is, as in the dialect.
        var parts = arguments.Items.Select(item => Coercion.To(item, type)!.Sql);
        return arguments.Result($"({string.Join(" || ", parts)})", type);
    }

    private static BoundExpression? Repeat(FunctionArguments arguments)
    {
        if (arguments.Count != 2 || Coercion.To(arguments.Items[1], SqlType.Bigint) is not { } count)
        {
            return null;
        }

        var element = arguments.Items[0];
        var type = new ArrayType(element.Type);
        const string Message = "count argument of repeat function must be";
        var sql = SqlLet.In([element.Sql, count.Sql], v => Guard.Around(
            $"list_resize(CAST([] AS {StorageTypes.Of(type)}), {v[1]}, {v[0]})",
            [v[1]],
            Guard.When($"{v[1]} > {MaxGenerated}", $"{Message} less than or equal to {MaxGenerated}", type),
            Guard.When($"{v[1]} < 0", $"{Message} greater than or equal to 0", type)));
        return arguments.Result(sql, type);
    }

    /// <summary>Sorts by a random number each.</summary>
    private static string Shuffle(string array) =>
        $"list_transform(list_sort(list_transform({array}, lambda e: {{'r': random(), 'e': e}})), lambda e: e.e)";

    /// <summary>A part of the array; a negative start counts from the end, and what lies beyond the end is left out.</summary>
    private static BoundExpression? Slice(FunctionArguments arguments)
    {
        if (arguments is not { Count: 3, Items: [{ Type: ArrayType type } array, _, _] }
            || Coercion.To(arguments.Items[1], SqlType.Bigint) is not { } start
            || Coercion.To(arguments.Items[2], SqlType.Bigint) is not { } length)
        {
            return null;
        }

        var sql = SqlLet.In([array.Sql, start.Sql, length.Sql], v =>
        {
            var first = $"(CASE WHEN {v[1]} > 0 THEN {v[1]} ELSE len({v[0]}) + {v[1]} + 1 END)";
            var part = $"list_slice({v[0]}, {first}, {first} + least({v[2]}, len({v[0]})) - 1)";
            return Guard.Around(
                $"CASE WHEN abs({v[1]}) > len({v[0]}) THEN CAST([] AS {StorageTypes.Of(type)}) ELSE {part} END",
                v,
                Guard.When($"{v[2]} < 0", "length must be greater than or equal to 0", type),
                Guard.When($"{v[1]} = 0", StartAtOne, type));
        });
        return arguments.Result(sql, type);
    }

    /// <summary>Rows of the elements at each place, with NULL after the end of a shorter array.</summary>
    private static BoundExpression? Zip(FunctionArguments arguments)
    {
        if (arguments.Count < 2 || !arguments.Items.All(item => item.Type is ArrayType || item.Type == SqlType.Unknown))
        {
            return null;
        }

        var rows = new RowType(
            [.. arguments.Items.Select(item => new RowField(null, (item.Type as ArrayType)?.Element ?? SqlType.Unknown))]);
        var fields = arguments.Items.Select((_, index) => $"'f{index}': e[{index + 1}]");
        var arrays = arguments.Items
            .Select(item => item.Type is ArrayType ? item : Coercion.To(item, new ArrayType(SqlType.Unknown))!)
            .Select(item => item.Sql)
            .ToList();
        // Where an array is NULL so is the result; DuckDB would take it for an empty one.
        var sql = SqlLet.In(
            arrays,
            v => Guard.Around(
                $"list_transform(list_zip({string.Join(", ", v)}), lambda e: {{{string.Join(", ", fields)}}})", v));
        return arguments.Result(sql, new ArrayType(rows));
    }

    private static BoundExpression? OfArray(FunctionArguments arguments, Func<string, string> sql) =>
        arguments is { Count: 1, Items: [{ Type: ArrayType } array] }
            ? arguments.Result(sql(array.Sql), array.Type)
            : null;

    /// <summary>An array and a value in one type of elements.</summary>
    private static (string Array, string Element, ArrayType Type)? WithElement(FunctionArguments arguments)
    {
        if (arguments is not { Count: 2, Items: [{ Type: ArrayType array }, var element] })
        {
            return null;
        }

        var type = Coercion.To(element, array.Element) is null
            ? Coercion.Common(array.Element, element.Type)
            : array.Element;
        return type is null
            ? null
            : (Coercion.To(arguments.Items[0], new ArrayType(type))!.Sql, Coercion.To(element, type)!.Sql, new ArrayType(type));
    }
}
