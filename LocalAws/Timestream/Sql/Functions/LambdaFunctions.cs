using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions on arrays and time series that take a lambda expression.</summary>
/// <remarks>A point of a time series is a row with the fields <c>time</c> and <c>value</c>.</remarks>
internal static class LambdaFunctions
{
    /// <summary>Elements that array_sort compares with a lambda: 25 million calls of it.</summary>
    private const int MaxCompared = 5_000;

    public static void AddTo(FunctionTable table)
    {
        table.Add("transform", Transform);
        table.Add("filter", Filter);
        table.Add("reduce", Reduce);
        table.Add("zip_with", ZipWith);
        table.Add("array_sort", Sort);
        table.Add("any_match", arguments => Match(arguments, decisive: true));
        table.Add("all_match", arguments => Match(arguments, decisive: false));
        table.Add("none_match", arguments => Match(arguments, decisive: true) is { } any
            ? any.As($"(NOT {any.Sql})", SqlType.Boolean)
            : null);
    }

    private static BoundExpression? Transform(FunctionArguments arguments) =>
        arguments is { Count: 2, Items: [var items, _] }
            && ElementOf(items) is { } element
            && arguments.BindLambda(1, element) is { } lambda
            ? arguments.Result($"list_transform({items.Sql}, {lambda.Sql})", new ArrayType(lambda.Body.Type))
            : null;

    private static BoundExpression? Filter(FunctionArguments arguments) =>
        arguments is { Count: 2, Items: [var items, _] }
            && ElementOf(items) is { } element
            && arguments.BindLambda(1, element) is { } lambda
            && Coercion.To(lambda.Body, SqlType.Boolean) is { } condition
            ? arguments.Result($"list_filter({items.Sql}, {lambda.WithBody(condition.Sql)})", items.Type)
            : null;

    /// <summary>reduce(array, start, (state, element) -> state, state -> result).</summary>
    /// <remarks>
    /// DuckDB's states have the type of the elements. So each element is put in a struct beside a state: the first
    /// <c>a</c> holds a state and no element, each other one an element and no state; all hold what the step captures.
    /// </remarks>
    private static BoundExpression? Reduce(FunctionArguments arguments)
    {
        if (arguments is not { Count: 4, Items: [var items, var start, _, _] }
            || ElementOf(items, "{0}.e") is not { } element
            || BindSteps(arguments, start.Type, element) is not var (step, state)
            || Coercion.To(start, state) is not { } initial
            || arguments.BindLambda(3, state) is not { } output)
        {
            return null;
        }

        var stateType = StorageTypes.Of(state);
        var noElement = items.Type is TimeSeriesType series
            ? $"CAST(NULL AS STRUCT(time BIGINT, value {StorageTypes.Of(series.Value)}))"
            : $"CAST(NULL AS {StorageTypes.Of(((ArrayType)items.Type).Element)})";
        var captured = step.Captured!;
        var next = step.WithBody(Struct([$"'s': CAST({step.Body.Sql} AS {stateType})", $"'e': {noElement}", .. captured.SameFields]));
        var sql = SqlLet.In([items.Sql, initial.Sql], v =>
        {
            var pair = Struct([$"'s': CAST(NULL AS {stateType})", "'e': e", .. captured.Fields]);
            var pairs = $"list_transform({v[0]}, lambda e: {pair})";
            var first = Struct([$"'s': CAST({v[1]} AS {stateType})", $"'e': {noElement}", .. captured.Fields]);
            var last = $"struct_extract(list_reduce({pairs}, {next}, {first}), 's')";
            return $"(CASE WHEN {v[0]} IS NULL THEN NULL ELSE list_extract(list_transform([{last}], {output.Sql}), 1) END)";
        });
        return arguments.Result(sql, output.Body.Type);
    }

    private static string Struct(IEnumerable<string> fields) => $"{{{string.Join(", ", fields)}}}";

    /// <summary>The state's type is the start's, widened until the step returns it: 0 and <c>s + 1.5</c> make a double.</summary>
    private static (BoundLambda Step, SqlType State)? BindSteps(FunctionArguments arguments, SqlType state, LambdaParameter element)
    {
        while (arguments.BindClosedLambda(2, new LambdaParameter(state, "{0}.s"), element) is { } step)
        {
            switch (Coercion.Common(state, step.Body.Type))
            {
                case null:
                    return null;
                case var common when common == state:
                    return (step with { Body = Coercion.To(step.Body, state)! }, state);
                case var wider:
                    state = wider;
                    break;
            }
        }

        return null;
    }

    /// <summary>zip_with(a, b, (x, y) -> z): the shorter array is filled up with NULLs.</summary>
    private static BoundExpression? ZipWith(FunctionArguments arguments)
    {
        if (arguments is not { Count: 3, Items: [{ Type: ArrayType left } first, { Type: ArrayType right } second, _] }
            || arguments.BindLambda(2, left.Element, right.Element) is not { } lambda)
        {
            return null;
        }

        // A let for each parameter, under the names that the body uses.
        var withRight = $"list_extract(list_transform([z_[2]], lambda {lambda.Parameters[1]}: {lambda.Body.Sql}), 1)";
        var withBoth = $"list_extract(list_transform([z_[1]], lambda {lambda.Parameters[0]}: {withRight}), 1)";
        var sql = SqlLet.In(
            [first.Sql, second.Sql],
            v => $"(CASE WHEN {v[0]} IS NULL OR {v[1]} IS NULL THEN NULL "
                + $"ELSE list_transform(list_zip({v[0]}, {v[1]}), lambda z_: {withBoth}) END)");
        return arguments.Result(sql, new ArrayType(lambda.Body.Type));
    }

    /// <summary>array_sort(array, (x, y) -> -1, 0 or 1).</summary>
    /// <remarks>
    /// An element's place is the number of elements before it in the order: quadratic, and right for every comparison that
    /// is an order. DuckDB cannot be interrupted in it, so long arrays are refused.
    /// </remarks>
    private static BoundExpression? Sort(FunctionArguments arguments)
    {
        if (arguments is not { Count: 2, Items: [{ Type: ArrayType array } items, _] }
            || arguments.BindLambda(1, array.Element, array.Element) is not { } lambda
            || Coercion.To(lambda.Body, SqlType.Bigint) is not { } comparison)
        {
            return null;
        }

        var (other, own) = (lambda.Parameters[0], lambda.Parameters[1]);
        var sql = SqlLet.In(items.Sql, v =>
        {
            var before = $"len(list_filter({v}, lambda {other}: {comparison.Sql} < 0))";
            var placed = $"list_transform({v}, lambda {own}, place_: {{'r': {before}, 'i': place_, 'e': {own}}})";
            return Guard.Around(
                $"list_transform(list_sort({placed}), lambda e: e.e)",
                [],
                Guard.When($"len({v}) > {MaxCompared}", $"array_sort with a comparison takes up to {MaxCompared} elements", array));
        });
        return arguments.Result(sql, array);
    }

    /// <summary>Whether one element has the decisive value; when that depends on a NULL, so is the result.</summary>
    private static BoundExpression? Match(FunctionArguments arguments, bool decisive)
    {
        if (arguments is not { Count: 2, Items: [{ Type: ArrayType array } items, _] }
            || arguments.BindLambda(1, array.Element) is not { } lambda
            || Coercion.To(lambda.Body, SqlType.Boolean) is not { } condition)
        {
            return null;
        }

        var (found, missing) = decisive ? ("TRUE", "FALSE") : ("FALSE", "TRUE");
        var sql = SqlLet.In(
            $"list_transform({items.Sql}, {lambda.WithBody(condition.Sql)})",
            v => $"(CASE WHEN {v} IS NULL THEN NULL WHEN list_contains({v}, {found}) THEN {found} "
                + $"WHEN list_count({v}) < len({v}) THEN NULL ELSE {missing} END)");
        return arguments.Result(sql, SqlType.Boolean);
    }

    /// <summary>What a lambda is given for each element, null when there are none.</summary>
    private static LambdaParameter? ElementOf(BoundExpression items, string access = "{0}") => items.Type switch
    {
        ArrayType array => new LambdaParameter(array.Element, access),
        TimeSeriesType series => new LambdaParameter(
            new RowType([new RowField("time", SqlType.Timestamp), new RowField("value", series.Value)]),
            $"{{{{'f0': {access}.time, 'f1': {access}.value}}}}"),
        _ => (LambdaParameter?)null,
    };
}
