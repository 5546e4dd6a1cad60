using System.Globalization;
using System.Text;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <content>Function calls, arrays and rows, subqueries.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindCall(FunctionCall call)
    {
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
        var inner = new ExpressionBinder(queries, scope, GroupKeys.None);
        var arguments = Arguments(call, inner);
        var filter = call.Filter is null ? null : inner.BindCondition(call.Filter, "FILTER clause");
        if (arguments.Items.FirstOrDefault(item => item.HasAggregate || item.HasWindow) is not null
            || filter is { HasAggregate: true })
        {
            throw SqlError.At(
                call.Position, $"Cannot nest aggregations or window functions inside aggregation '{call.Name}'");
        }

        var aggregate = AggregateFunctions.Bind(call, arguments);
        var sql = string.Format(
            CultureInfo.InvariantCulture, aggregate.Wrapper, CallSql(call, aggregate, inner) + FilterSql(aggregate, filter));
        return new BoundExpression(sql, aggregate.Type) { HasAggregate = true };
    }

    private static string CallSql(FunctionCall call, AggregateCall aggregate, ExpressionBinder binder)
    {
        var order = call.OrderBy.Count > 0 ? $"ORDER BY {binder.SortSql(call.OrderBy)}" : aggregate.Order;
        return $"{aggregate.Function}({(call.IsDistinct ? "DISTINCT " : "")}{aggregate.Arguments}"
            + $"{(call.IgnoreNulls ? " IGNORE NULLS" : "")}{(order is null ? "" : $" {order}")})";
    }

    private static string FilterSql(AggregateCall aggregate, BoundExpression? filter)
    {
        string?[] conditions = [aggregate.Filter, filter?.Sql];
        var joined = string.Join(" AND ", conditions.Where(condition => condition is not null));
        return joined.Length == 0 ? "" : $" FILTER (WHERE {joined})";
    }

    private BoundExpression BindWindow(
        FunctionCall call, WindowSpecification window, AggregateCall function, FunctionArguments arguments)
    {
        var partition = window.PartitionBy.Select(Bind).ToList();
        var filter = call.Filter is null ? null : BindCondition(call.Filter, "FILTER clause");
        var over = new StringBuilder();
        if (partition.Count > 0)
        {
            over.Append("PARTITION BY ").AppendJoin(", ", partition.Select(item => item.Sql)).Append(' ');
        }

        if (window.OrderBy.Count > 0)
        {
            over.Append("ORDER BY ").Append(SortSql(window.OrderBy)).Append(' ');
        }

        if (window.Frame is { } frame)
        {
            over.Append(FrameSql(frame));
        }

        var sql = $"{CallSql(call, function, this)}{FilterSql(function, filter)} OVER ({over})";
        var sorted = window.OrderBy.Select(item => Bind(item.Expression));
        IEnumerable<BoundExpression> parts = [.. arguments.Items, .. partition, .. sorted];
        var bound = BoundExpression.Of(
            string.Format(CultureInfo.InvariantCulture, function.Wrapper, sql), function.Type, parts);
        return bound.HasWindow
            ? throw SqlError.At(call.Position, "Cannot nest window functions inside window function arguments")
            : bound with { HasWindow = true };
    }

    private static string FrameSql(WindowFrame frame) =>
        $"{frame.Unit} BETWEEN {BoundSql(frame.Start)} AND {BoundSql(frame.End)}";

    private static string BoundSql(FrameBound bound) => bound.Offset switch
    {
        null => bound.Kind,
        Literal { Kind: SqlTokenKind.Integer } offset => $"{BindLiteral(offset).Sql} {bound.Kind}",
        { } other => throw SqlError.Unsupported(other.Position, "A window frame offset that is not a whole number"),
    };

    /// <summary>Items of ORDER BY; NULL comes last unless the query says otherwise.</summary>
    public string SortSql(IEnumerable<SortItem> items) => string.Join(", ", items.Select(item =>
    {
        var bound = Bind(item.Expression);
        return bound.Type.IsOrderable
            ? SortSql(bound.Sql, item)
            : throw SqlError.At(item.Expression.Position, $"Type {bound.Type} is not orderable");
    }));

    public static string SortSql(string sql, SortItem item) =>
        $"{sql} {(item.Descending ? "DESC" : "ASC")} NULLS {(item.NullsFirst is true ? "FIRST" : "LAST")}";

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

        var sql = $"(CASE WHEN {position.Sql} < 1 OR {position.Sql} > len({operand.Sql}) "
            + $"THEN {Failure.Sql("Array subscript out of bounds", array.Element)} ELSE list_extract({operand.Sql}, {position.Sql}) END)";
        return BoundExpression.Of(sql, array.Element, operand, position);
    }

    private BoundQuery BindColumn(SourcePosition position, QuerySyntax query)
    {
        RejectQueryInLambda(position);
        var bound = queries.Bind(query, scope);
        return bound.Columns.Count == 1
            ? bound
            : throw SqlError.At(position, $"Multiple columns returned by subquery are not yet supported. Found {bound.Columns.Count}");
    }

    private BoundExpression BindScalarQuery(QueryExpression query)
    {
        var bound = BindColumn(query.Position, query.Query);
        return new BoundExpression($"({bound.Sql})", bound.Columns[0].Type);
    }

    private BoundExpression BindExists(ExistsExpression exists)
    {
        RejectQueryInLambda(exists.Position);
        return new BoundExpression($"EXISTS ({queries.Bind(exists.Query, scope).Sql})", SqlType.Boolean);
    }

    private BoundExpression BindInQuery(InQueryExpression inQuery)
    {
        var operand = Bind(inQuery.Operand);
        var query = BindColumn(inQuery.Position, inQuery.Query);
        var (left, right) = UnifyWithColumn(inQuery.Position, "IN", operand, query);
        return left.As($"({left.Sql} {(inQuery.Negated ? "NOT " : "")}IN ({right}))", SqlType.Boolean);
    }

    private BoundExpression BindQuantified(QuantifiedExpression quantified)
    {
        var operand = Bind(quantified.Left);
        var query = BindColumn(quantified.Position, quantified.Query);
        var (left, right) = UnifyWithColumn(quantified.Position, quantified.Operator, operand, query);
        var quantifier = quantified.All ? "ALL" : "ANY";
        return left.As($"({left.Sql} {quantified.Operator} {quantifier} ({right}))", SqlType.Boolean);
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
