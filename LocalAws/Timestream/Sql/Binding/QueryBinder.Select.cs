using System.Text;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <content>SELECT: columns, GROUP BY, HAVING, ORDER BY.</content>
internal sealed partial class QueryBinder
{
    private BoundQuery BindSelect(SelectBody select, IReadOnlyList<SortItem> orderBy, long? rows, Scope? outer)
    {
        var relation = select.From is null ? null : BindRelation(select.From, outer);
        var scope = new Scope(relation?.Fields ?? [], outer);
        var plain = new ExpressionBinder(this, scope, GroupKeys.None);
        var where = BindWhere(select, relation, outer);
        var grouping = select.GroupBy is null
            ? null
            : GroupClause.Create(select.GroupBy, expression => BindGroupKey(select, expression, plain));
        var groups = grouping is null ? GroupKeys.None : new GroupKeys(grouping.Keys);
        var windows = new WindowNames(select.Windows);
        var binder = new ExpressionBinder(this, scope, groups) { Windows = windows };
        var items = BindItems(select, scope, binder, groups);
        var having = select.Having is null ? null : binder.BindCondition(select.Having, "HAVING clause");
        var order = BindOrder(select, orderBy, items, aliases => new ExpressionBinder(this, scope, groups, aliases) { Windows = windows });
        var isAggregation = grouping is not null || having is not null || items.Exists(item => item.Bound.HasAggregate);
        if (isAggregation)
        {
            CheckGrouped([.. items.Select(item => item.Bound), .. having is null ? [] : (BoundExpression[])[having], .. order.Bound]);
        }

        // What the scan has decided is not decided again: a condition on random() would not be met twice.
        var isDecided = outer is null && !isAggregation && !select.IsDistinct && !items.Exists(item => item.Bound.HasWindow)
            && KeepFirst(relation?.Scan, where, orderBy, order.Bound, rows);
        var sql = new StringBuilder(select.IsDistinct ? "SELECT DISTINCT " : "SELECT ");
        sql.AppendJoin(", ", items.Select((item, index) => $"{item.Bound.Sql} AS c{index}"));
        Append(sql, " FROM ", relation?.ToSql());
        Append(sql, " WHERE ", isDecided ? null : where.Sql);
        Append(sql, " GROUP BY ", grouping?.Sql);
        Append(sql, " HAVING ", having?.Sql);
        Append(sql, " ORDER BY ", order.Sql);
        return new BoundQuery(sql.ToString(), [.. items.Select(item => item.Column)]);
    }

    private static void Append(StringBuilder sql, string clause, string? text)
    {
        if (text is not null)
        {
            sql.Append(clause).Append(text);
        }
    }

    private static void RejectAggregates(BoundExpression? bound, Expression? expression, string clause)
    {
        if (bound is { HasAggregate: true } or { HasWindow: true })
        {
            throw SqlError.At(
                expression!.Position, $"{clause} cannot contain aggregations, window functions or grouping operations");
        }
    }

    private static void CheckGrouped(IEnumerable<BoundExpression> expressions)
    {
        foreach (var expression in expressions)
        {
            if (expression.FreeColumn is { } column)
            {
                throw SqlError.At(
                    column.Position,
                    $"'{string.Join('.', column.Parts)}' must be an aggregate expression or appear in GROUP BY clause");
            }
        }
    }

    private static BoundExpression BindGroupKey(SelectBody select, Expression expression, ExpressionBinder binder)
    {
        var ordinal = OrdinalOf(expression, select.Items.Count, "GROUP BY");
        var source = ordinal is { } index ? select.Items[index].Expression : expression;
        if (source is null)
        {
            throw SqlError.At(expression.Position, "GROUP BY position refers to '*'");
        }

        var key = binder.Bind(source);
        RejectAggregates(key, source, "GROUP BY clause");
        return key.Type.IsOrderable
            ? key
            : throw SqlError.At(source.Position, $"{key.Type} is not comparable, and therefore cannot be used in GROUP BY");
    }

    private static List<(BoundExpression Bound, ResultColumn Column)> BindItems(
        SelectBody select, Scope scope, ExpressionBinder binder, GroupKeys groups)
    {
        var items = new List<(BoundExpression, ResultColumn)>();
        foreach (var item in select.Items)
        {
            if (item.Expression is { } expression)
            {
                var bound = binder.Bind(expression);
                items.Add((bound, Column(item, expression, bound, scope)));
                continue;
            }

            var fields = scope.Star(item.StarOf).ToList();
            if (fields.Count == 0)
            {
                throw item.StarOf is { } table
                    ? SqlError.At(table.Position, $"Table '{string.Join('.', table.Parts)}' not found")
                    : SqlError.At(item.Position, "SELECT * not allowed in queries without FROM clause");
            }

            foreach (var field in fields)
            {
                field.OnUse?.Invoke();
                var name = new NameReference(item.Position, [field.Name ?? "*"]);
                var bound = new BoundExpression(field.Sql, field.Type) { FreeColumn = name };
                items.Add((groups.Apply(bound), new ResultColumn(field.Name, field.Type) { Origin = field.Origin }));
            }
        }

        return items;
    }

    private static ResultColumn Column(SelectItem item, Expression expression, BoundExpression bound, Scope scope)
    {
        var source = expression is NameReference name && scope.Find(name) is ({ } field, [], FieldOrigin.Own) ? field : null;
        var ownName = expression is NameReference reference ? reference.Parts[^1] : null;
        return new ResultColumn(item.Alias ?? ownName, bound.Type)
        {
            Origin = source?.Origin,
            IsAliased = item.Alias is not null,
        };
    }

    private static (string? Sql, IReadOnlyList<BoundExpression> Bound) BindOrder(
        SelectBody select,
        IReadOnlyList<SortItem> orderBy,
        List<(BoundExpression Bound, ResultColumn Column)> items,
        Func<Dictionary<string, BoundExpression?>, ExpressionBinder> createBinder)
    {
        if (orderBy.Count == 0)
        {
            return (null, []);
        }

        var aliases = new Dictionary<string, BoundExpression?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (bound, column) in items)
        {
            if (column.Name is { } name && !aliases.TryAdd(name, bound) && aliases[name]?.Sql != bound.Sql)
            {
                aliases[name] = null;
            }
        }

        var binder = createBinder(aliases);
        var sorted = new List<BoundExpression>();
        var sql = orderBy.Select(item =>
        {
            var index = OrdinalOf(item, items.Count);
            var bound = index is { } ordinal ? items[ordinal].Bound : binder.Bind(item.Expression);
            sorted.Add(bound);
            index ??= items.FindIndex(candidate => candidate.Bound.Sql == bound.Sql) is var found and >= 0 ? found : null;
            CheckSortable(select, item, bound, isSelected: index is not null);
            return ExpressionBinder.SortSql(index is { } selected ? $"c{selected}" : bound.Sql, item);
        }).ToList();
        return (string.Join(", ", sql), sorted);
    }

    private static void CheckSortable(SelectBody select, SortItem item, BoundExpression bound, bool isSelected)
    {
        if (!bound.Type.IsOrderable)
        {
            throw SqlError.At(item.Expression.Position, $"Type {bound.Type} is not orderable, and therefore cannot be used in ORDER BY");
        }

        if (select.IsDistinct && !isSelected)
        {
            throw SqlError.At(
                item.Expression.Position, "For SELECT DISTINCT, ORDER BY expressions must appear in select list");
        }
    }
}
