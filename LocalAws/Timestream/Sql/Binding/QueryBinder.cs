using System.Collections.Immutable;
using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>Translates queries to DuckDB's SQL. This part: WITH, set operations, ORDER BY and LIMIT around them.</summary>
/// <param name="context">What the statement shares.</param>
/// <param name="tables">The WITH queries that can be named here.</param>
internal sealed partial class QueryBinder(BindingContext context, ImmutableDictionary<string, CommonTableColumns> tables)
{
    public BindingContext Context { get; } = context;

    public static BoundQuery Bind(BindingContext context, QuerySyntax query) =>
        new QueryBinder(context, ImmutableDictionary.Create<string, CommonTableColumns>(StringComparer.OrdinalIgnoreCase))
            .Bind(query, outer: null);

    /// <summary>Binds a query; its columns are c0, c1, ....</summary>
    /// <param name="query">The query.</param>
    /// <param name="outer">The columns of the query around it, which a subquery can name.</param>
    public BoundQuery Bind(QuerySyntax query, Scope? outer)
    {
        var (binder, with) = BindWith(query.With, outer);
        var body = query.Body is SelectBody select
            ? binder.BindSelect(select, query.OrderBy, LastRow(query), outer)
            : binder.BindSorted(binder.BindBody(query.Body, outer), query.OrderBy, outer);
        return body with { Sql = $"{with}{body.Sql}{LimitSql(query)}" };
    }

    /// <summary>How many of the sorted rows LIMIT and OFFSET let a query look at; null for all.</summary>
    private static long? LastRow(QuerySyntax query) => query.Limit is { } limit && (query.Offset ?? 0) <= long.MaxValue - limit
        ? limit + (query.Offset ?? 0)
        : null;

    private static string LimitSql(QuerySyntax query)
    {
        var limit = query.Limit is { } rows ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {rows}") : "";
        return query.Offset is { } skipped
            ? string.Create(CultureInfo.InvariantCulture, $"{limit} OFFSET {skipped}")
            : limit;
    }

    private (QueryBinder Binder, string Sql) BindWith(IReadOnlyList<CommonTable> with, Scope? outer)
    {
        var binder = this;
        var sql = new List<string>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in with)
        {
            if (!names.Add(table.Name))
            {
                throw SqlError.At(table.Position, $"WITH query name '{table.Name}' specified more than once");
            }

            var bound = binder.Bind(table.Query, outer);
            var name = Context.NewName("w");
            sql.Add($"{name} AS ({bound.Sql})");
            var columns = Rename(table.Position, table.Name, bound.Columns, table.Columns);
            binder = new QueryBinder(Context, binder.Tables.SetItem(table.Name, new CommonTableColumns(name, columns)));
        }

        return (binder, sql.Count == 0 ? "" : $"WITH {string.Join(", ", sql)} ");
    }

    private ImmutableDictionary<string, CommonTableColumns> Tables { get; } = tables;

    private static IReadOnlyList<ResultColumn> Rename(
        SourcePosition position, string table, IReadOnlyList<ResultColumn> columns, IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            return columns;
        }

        return names.Count == columns.Count
            ? [.. columns.Zip(names, (column, name) => column with { Name = name })]
            : throw SqlError.At(
                position, $"Column alias list has {names.Count} entries but '{table}' has {columns.Count} columns available");
    }

    private BoundQuery BindBody(QueryBody body, Scope? outer) => body switch
    {
        SelectBody select => BindSelect(select, [], rows: null, outer),
        NestedBody nested => Bind(nested.Query, outer),
        SetOperation operation => BindSetOperation(operation, outer),
        ValuesBody values => BindValues(values, outer),
        _ => throw SqlError.Unsupported(body.Position, body.GetType().Name),
    };

    private BoundQuery BindSetOperation(SetOperation operation, Scope? outer)
    {
        var left = BindBody(operation.Left, outer);
        var right = BindBody(operation.Right, outer);
        if (left.Columns.Count != right.Columns.Count)
        {
            throw SqlError.At(
                operation.Position,
                $"{operation.Operator} query has different number of fields: {left.Columns.Count}, {right.Columns.Count}");
        }

        var columns = left.Columns.Zip(right.Columns, (first, second) => CommonColumn(operation, first, second)).ToList();
        var symbol = operation.All ? $"{operation.Operator} ALL" : operation.Operator;
        return new BoundQuery($"({Convert(left, columns)}) {symbol} ({Convert(right, columns)})", columns);
    }

    private static ResultColumn CommonColumn(SetOperation operation, ResultColumn left, ResultColumn right) =>
        Coercion.Common(left.Type, right.Type) is { } type
            ? left with { Type = type }
            : throw SqlError.At(
                operation.Position,
                $"column in {operation.Operator} query has incompatible types: {left.Type}, {right.Type}");

    private string Convert(BoundQuery query, List<ResultColumn> columns)
    {
        var alias = Context.NewName("q");
        var converted = columns.Select((column, index) =>
        {
            var source = new BoundExpression($"{alias}.c{index}", query.Columns[index].Type);
            return $"{Coercion.To(source, column.Type)!.Sql} AS c{index}";
        });
        return $"SELECT {string.Join(", ", converted)} FROM ({query.Sql}) AS {alias}";
    }

    /// <summary>Sorts the result of a set operation, by its own columns only.</summary>
    private BoundQuery BindSorted(BoundQuery body, IReadOnlyList<SortItem> orderBy, Scope? outer)
    {
        if (orderBy.Count == 0)
        {
            return body;
        }

        var alias = Context.NewName("q");
        var fields = Fields([], alias, body.Columns);
        var binder = new ExpressionBinder(this, new Scope(fields, outer), GroupKeys.None);
        var sorted = orderBy.Select(item => OrdinalOf(item, body.Columns.Count) is { } ordinal
            ? ExpressionBinder.SortSql($"{alias}.c{ordinal}", item)
            : binder.SortSql([item]));
        return body with { Sql = $"SELECT * FROM ({body.Sql}) AS {alias} ORDER BY {string.Join(", ", sorted)}" };
    }

    private BoundQuery BindValues(ValuesBody values, Scope? outer)
    {
        var binder = new ExpressionBinder(this, new Scope([], outer), GroupKeys.None);
        var rows = values.Rows
            .Select(row => row is RowExpression { Items: var items } ? items.Select(binder.Bind).ToList() : [binder.Bind(row)])
            .ToList();
        if (rows.Exists(row => row.Count != rows[0].Count))
        {
            throw SqlError.At(values.Position, "Values rows have mismatched sizes");
        }

        var columns = Enumerable.Range(0, rows[0].Count)
            .Select(index => new ResultColumn(null, Coercion.Common(rows.Select(row => row[index].Type))
                ?? throw SqlError.At(values.Position, "Values rows have mismatched types")))
            .ToList();
        var items = rows.Select(row =>
            $"({string.Join(", ", row.Select((item, index) => Coercion.To(item, columns[index].Type)!.Sql))})");
        var names = string.Join(", ", columns.Select((_, index) => Name($"c{index}")));
        return new BoundQuery($"SELECT * FROM (VALUES {string.Join(", ", items)}) AS {Context.NewName("v")}({names})", columns);
    }

    /// <summary>The zero-based column that <c>ORDER BY 2</c> or <c>GROUP BY 2</c> means, or null for an expression.</summary>
    private static int? OrdinalOf(SortItem item, int columns) => OrdinalOf(item.Expression, columns, "ORDER BY");

    private static int? OrdinalOf(Expression expression, int columns, string clause)
    {
        if (expression is not Literal { Kind: SqlTokenKind.Integer } literal)
        {
            return null;
        }

        return int.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            && ordinal >= 1 && ordinal <= columns
            ? ordinal - 1
            : throw SqlError.At(literal.Position, $"{clause} position {literal.Text} is not in select list");
    }

    private static List<Field> Fields(IReadOnlyList<string> qualifier, string alias, IReadOnlyList<ResultColumn> columns) =>
        [
            .. columns.Select((column, index) => new Field(qualifier, column.Name, column.Type, $"{alias}.c{index}")
            {
                Origin = column.Origin,
            }),
        ];
}

/// <summary>A WITH query: its name in DuckDB's SQL and its columns.</summary>
internal sealed record CommonTableColumns(string SqlName, IReadOnlyList<ResultColumn> Columns);
