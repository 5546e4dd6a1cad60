using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <content>Function calls, arrays and rows, subqueries.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindCall(FunctionCall call)
    {
        if (call.Name == "grouping")
        {
            return BindGrouping(call);
        }

        var isAggregate = AggregateFunctions.IsAggregate(call.Name);
        if (!isAggregate && !WindowFunctions.IsWindowFunction(call.Name))
        {
            RejectModifiers(call);
            return FunctionTable.Scalar.Bind(
                call.Name, new FunctionArguments(call.Position, [.. call.Arguments.Select(BindArgument)], queries.Context));
        }

        if (call.Window is null)
        {
            return isAggregate
                ? BindAggregate(call)
                : throw SqlError.At(call.Position, $"Window function {call.Name} requires an OVER clause");
        }

        var arguments = Arguments(call, this);
        var window = isAggregate
            ? AggregateFunctions.Bind(call, arguments)
            : WindowFunctions.Bind(call.Name, arguments);
        return BindWindow(call, call.Window, window, arguments);
    }

    private FunctionArguments Arguments(FunctionCall call, ExpressionBinder binder) =>
        new(call.Position, [.. call.Arguments.Select(binder.Bind)], queries.Context);

    private static void RejectModifiers(FunctionCall call)
    {
        if (call.IsStar || call.IsDistinct || call.Filter is not null || call.OrderBy.Count > 0 || call.Window is not null)
        {
            throw SqlError.At(
                call.Position, $"Function {call.Name} is no aggregate or window function: *, DISTINCT, ORDER BY, FILTER and OVER do not apply");
        }
    }

    private BoundExpression BindAggregate(FunctionCall call)
    {
        // Inside an aggregate every column is free to be used.
        var inner = Inner(scope, GroupKeys.None);
        var arguments = Arguments(call, inner);
        var filter = call.Filter is null ? null : inner.BindCondition(call.Filter, "FILTER clause");
        if (arguments.Items.FirstOrDefault(item => item.HasAggregate || item.HasWindow) is not null
            || filter is { HasAggregate: true })
        {
            throw SqlError.At(
                call.Position, $"Cannot nest aggregations or window functions inside aggregation '{call.Name}'");
        }

        var aggregate = AggregateFunctions.Bind(call, arguments);
        var sql = aggregate.Sql(function => CallSql(call, aggregate, function, inner) + FilterSql(aggregate, filter));
        return new BoundExpression(sql, aggregate.Type) { HasAggregate = true };
    }

    /// <summary>GROUPING(a, b): a bit for each expression, the first the highest, 1 where a grouping set leaves it out.</summary>
    private BoundExpression BindGrouping(FunctionCall call)
    {
        RejectModifiers(call);
        var arguments = call.Arguments.Select(Bind).ToList();
        var stranger = arguments.FindIndex(argument => !groups.Contains(argument));
        if (arguments.Count is 0 or > 31 || stranger >= 0)
        {
            throw SqlError.At(
                stranger >= 0 ? call.Arguments[stranger].Position : call.Position,
                "The arguments to GROUPING() must be expressions referenced by the GROUP BY, 31 at most");
        }

        var sql = string.Join(", ", arguments.Select(argument => argument.Sql));
        return new BoundExpression($"CAST(GROUPING({sql}) AS INTEGER)", SqlType.Integer) { HasAggregate = true };
    }

    private static string CallSql(FunctionCall call, AggregateCall aggregate, string function, ExpressionBinder binder)
    {
        var order = call.OrderBy.Count > 0 ? $"ORDER BY {binder.SortSql(call.OrderBy)}" : aggregate.Order;
        return $"{function}({(call.IsDistinct || aggregate.IsDistinct ? "DISTINCT " : "")}{aggregate.Arguments}"
            + $"{(call.IgnoreNulls ? " IGNORE NULLS" : "")}{(order is null ? "" : $" {order}")})";
    }

    private static string FilterSql(AggregateCall aggregate, BoundExpression? filter)
    {
        string?[] conditions = [aggregate.Filter, filter?.Sql];
        var joined = string.Join(" AND ", conditions.Where(condition => condition is not null));
        return joined.Length == 0 ? "" : $" FILTER (WHERE {joined})";
    }

    private BoundExpression BindArray(ArrayExpression array)
    {
        var items = array.Items.Select(Bind).ToList();
        var element = Coercion.Common(items.Select(item => item.Type))
            ?? throw SqlError.At(array.Position, "All ARRAY elements must be the same type: "
                + string.Join(", ", items.Select(item => item.Type.Name).Distinct()));
        var sql = string.Join(", ", items.Select(item => Coercion.To(item, element)!.Sql));
        return BoundExpression.Of($"[{sql}]", new ArrayType(element), items);
    }

    private BoundExpression BindRow(RowExpression row)
    {
        var items = row.Items.Select(Bind).ToList();
        var fields = items.Select((item, index) => $"'f{index}': {item.Sql}");
        return BoundExpression.Of(
            $"{{{string.Join(", ", fields)}}}",
            new RowType([.. items.Select(item => new RowField(null, item.Type))]),
            items);
    }

    private BoundExpression BindSubscript(SubscriptExpression subscript)
    {
        var operand = Bind(subscript.Operand);
        var index = Bind(subscript.Index);
        if (operand.Type is not ArrayType array || Coercion.To(index, SqlType.Bigint) is not { } position)
        {
            throw NotApplicable(subscript.Position, "[]", operand, index);
        }

        var sql = ArrayFunctions.Subscript(operand.Sql, position.Sql, array.Element);
        return BoundExpression.Of(sql, array.Element, operand, position);
    }

    /// <summary>Binds a subquery, and says which column of this query it names that is not grouped.</summary>
    private (BoundQuery Query, NameReference? FreeColumn) BindSubquery(SourcePosition position, QuerySyntax query)
    {
        if (scope.LambdaDepth > 0)
        {
            throw SqlError.At(position, "Lambda expression cannot contain subqueries");
        }

        var inner = scope.Capturing();
        var bound = queries.Bind(query, inner);
        return (bound, inner.Captured.FirstOrDefault(name => groups.Apply(BindName(name)).FreeColumn is not null));
    }

    private (BoundQuery Query, NameReference? FreeColumn) BindColumn(SourcePosition position, QuerySyntax query)
    {
        var (bound, free) = BindSubquery(position, query);
        return bound.Columns.Count == 1
            ? (bound, free)
            : throw SqlError.At(position, $"Multiple columns returned by subquery are not yet supported. Found {bound.Columns.Count}");
    }

    private BoundExpression BindScalarQuery(QueryExpression query)
    {
        var (bound, free) = BindColumn(query.Position, query.Query);
        return new BoundExpression($"({bound.Sql})", bound.Columns[0].Type) { FreeColumn = free };
    }

    private BoundExpression BindExists(ExistsExpression exists)
    {
        var (bound, free) = BindSubquery(exists.Position, exists.Query);
        return new BoundExpression($"EXISTS ({bound.Sql})", SqlType.Boolean) { FreeColumn = free };
    }

    private BoundExpression BindInQuery(InQueryExpression inQuery) => BindComparisonWithQuery(
        inQuery.Position, inQuery.Operand, inQuery.Query, "IN", inQuery.Negated ? "NOT IN" : "IN");

    private BoundExpression BindQuantified(QuantifiedExpression quantified) => BindComparisonWithQuery(
        quantified.Position,
        quantified.Left,
        quantified.Query,
        quantified.Operator,
        $"{quantified.Operator} {(quantified.All ? "ALL" : "ANY")}");

    private BoundExpression BindComparisonWithQuery(
        SourcePosition position, Expression operand, QuerySyntax subquery, string symbol, string sql)
    {
        var value = Bind(operand);
        var (query, free) = BindColumn(position, subquery);
        var (left, right) = UnifyWithColumn(position, symbol, value, query);
        return left.As($"({left.Sql} {sql} ({right}))", SqlType.Boolean) with
        {
            FreeColumn = left.FreeColumn ?? free,
        };
    }

    /// <summary>The operand and the subquery with its column in the type both fit.</summary>
    private (BoundExpression Left, string Right) UnifyWithColumn(
        SourcePosition position, string symbol, BoundExpression operand, BoundQuery query)
    {
        var alias = queries.Context.NewName("q");
        var column = new BoundExpression($"{alias}.c0", query.Columns[0].Type);
        return Coercion.Unify(operand, column) is var (left, right)
            ? (left, $"SELECT {right.Sql} FROM ({query.Sql}) AS {alias}")
            : throw NotApplicable(position, symbol, operand, column);
    }
}
