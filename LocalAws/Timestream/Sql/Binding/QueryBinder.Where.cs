using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <content>WHERE, and ORDER BY with LIMIT, as far as the scan of a table follows them itself.</content>
/// <remarks>
/// DuckDB skips the parts of a table whose smallest and largest values exclude a condition, and reads only the latest parts
/// for the latest rows. Both need conditions and orders on columns of the rows: a name that has to be joined first keeps it
/// from that, and makes it read ten million rows for ten.
/// </remarks>
internal sealed partial class QueryBinder
{
    /// <summary>More sorted rows than this are not worth being found before the names are joined.</summary>
    private const int MaxFirstRows = 100_000;

    private WhereClause BindWhere(SelectBody select, BoundRelation? relation, Scope? outer)
    {
        if (select.Where is null)
        {
            return new WhereClause(null, IsOfRows: true);
        }

        var isOfRows = true;
        var fields = (relation?.Fields ?? []).Select(field => field with { OnUse = () => Use(field) });
        var binder = new ExpressionBinder(this, new Scope([.. fields], outer), GroupKeys.None);
        var conditions = new List<string>();
        foreach (var (expression, part) in Conjuncts(select.Where))
        {
            if (relation is { Scan: { } scan } && TryRestrict(scan, relation.Fields, expression))
            {
                continue;
            }

            var bound = part is null
                ? binder.BindCondition(expression, "WHERE clause")
                : binder.BindOperand(expression, SqlType.Boolean, part);
            RejectAggregates(bound, select.Where, "WHERE clause");
            conditions.Add(bound.Sql);
        }

        return new WhereClause(conditions.Count == 0 ? null : string.Join(" AND ", conditions), isOfRows);

        void Use(Field field)
        {
            isOfRows &= relation?.Scan?.IsOfRows(field) is true;
            field.OnUse?.Invoke();
        }
    }

    /// <summary>The conditions that AND joins, each with what the message about its type calls it; null for a single one.</summary>
    private static List<(Expression Expression, string? Part)> Conjuncts(Expression where)
    {
        if (where is not BinaryExpression { Operator: "AND" })
        {
            return [(where, null)];
        }

        var conjuncts = new List<(Expression, string?)>();
        while (where is BinaryExpression { Operator: "AND" } and)
        {
            conjuncts.Add((and.Right, "Right side of logical expression"));
            where = and.Left;
        }

        conjuncts.Add((where, "Left side of logical expression"));
        conjuncts.Reverse();
        return conjuncts;
    }

    /// <summary>Whether the scan takes the condition over: a name of a dimension or measure is one of some texts.</summary>
    private bool TryRestrict(TableScan scan, IReadOnlyList<Field> fields, Expression condition)
    {
        if (!TryReadTexts(condition, out var name, out var texts))
        {
            return false;
        }

        // The condition may go away, and with it the use of the column.
        var scope = new Scope([.. fields.Select(field => field with { OnUse = null })], outer: null);
        return scope.Find(name) is { Path: [] } found && scan.TryRestrict(Context, found.Field, texts);
    }

    private static bool TryReadTexts(Expression condition, out NameReference name, out List<string> texts)
    {
        var (operand, items) = condition switch
        {
            BinaryExpression { Operator: "=", Left: Literal left } equal => (equal.Right, [left]),
            BinaryExpression { Operator: "=" } equal => (equal.Left, [equal.Right]),
            InListExpression { Negated: false } inList => (inList.Operand, inList.Items),
            _ => (condition, []),
        };
        texts = [.. items.OfType<Literal>().Where(item => item.Kind is SqlTokenKind.Text).Select(item => item.Text).Distinct()];
        name = operand as NameReference ?? new NameReference(condition.Position, []);
        return operand is NameReference && items.Count > 0 && items.All(item => item is Literal { Kind: SqlTokenKind.Text });
    }

    /// <summary>Lets the scan find the first rows that meet WHERE, in the query's order, before it joins names to them.</summary>
    private static bool KeepFirst(
        TableScan? scan,
        WhereClause where,
        IReadOnlyList<SortItem> orderBy,
        IReadOnlyList<BoundExpression> sorted,
        long? rows)
    {
        if (scan is null || !where.IsOfRows || rows is not <= MaxFirstRows || orderBy.Count == 0 || !sorted.All(scan.IsOfRows))
        {
            return false;
        }

        var order = orderBy.Zip(sorted, (item, bound) => ExpressionBinder.SortSql(bound.Sql, item));
        return scan.TryKeepFirst(where.Sql, string.Join(", ", order), rows.Value);
    }
}
