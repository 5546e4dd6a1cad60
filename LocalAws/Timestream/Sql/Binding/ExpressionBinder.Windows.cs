using System.Text;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <content>Functions with OVER.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindWindow(
        FunctionCall call, WindowSpecification specification, AggregateCall function, FunctionArguments arguments)
    {
        var window = Windows.Resolve(specification);
        var partition = window.PartitionBy.Select(Bind).ToList();
        var filter = call.Filter is null ? null : BindCondition(call.Filter, "FILTER clause");
        var keys = window.OrderBy.Select(BindSortKey).ToList();
        var frame = window.Frame is null ? null : FrameBinder.Bind(window.Frame, keys, Bind);
        var over = new StringBuilder();
        if (partition.Count > 0)
        {
            over.Append("PARTITION BY ").AppendJoin(", ", partition.Select(item => item.Sql)).Append(' ');
        }

        if (keys.Count > 0)
        {
            var sorted = (frame?.SortKey is { } key ? [key] : keys).Zip(window.OrderBy, (bound, item) => SortSql(bound.Sql, item));
            over.Append("ORDER BY ").AppendJoin(", ", sorted).Append(' ');
        }

        var sql = function.Sql(
            name => $"{CallSql(call, function, name, this)}{FilterSql(function, filter)} OVER ({over}{frame?.Sql})");
        IEnumerable<BoundExpression> parts = [.. arguments.Items, .. partition, .. keys, .. frame?.Offsets ?? []];
        if (filter is not null)
        {
            parts = parts.Append(filter);
        }

        var bound = BoundExpression.Of(sql, function.Type, parts);
        return bound.HasWindow
            ? throw SqlError.At(call.Position, "Cannot nest window functions inside window function arguments")
            : bound with { HasWindow = true };
    }

    private BoundExpression BindSortKey(SortItem item)
    {
        var bound = Bind(item.Expression);
        return bound.Type.IsOrderable
            ? bound
            : throw SqlError.At(item.Expression.Position, $"Type {bound.Type} is not orderable");
    }

    /// <summary>Items of ORDER BY; NULL comes last unless the query says otherwise.</summary>
    public string SortSql(IEnumerable<SortItem> items) =>
        string.Join(", ", items.Select(item => SortSql(BindSortKey(item).Sql, item)));

    public static string SortSql(string sql, SortItem item) =>
        $"{sql} {(item.Descending ? "DESC" : "ASC")} NULLS {(item.NullsFirst is true ? "FIRST" : "LAST")}";
}
