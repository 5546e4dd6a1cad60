namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>A statement of the dialect.</summary>
internal abstract record Statement;

internal sealed record QueryStatement(QuerySyntax Query) : Statement;

/// <summary>SHOW DATABASES [LIKE pattern].</summary>
internal sealed record ShowDatabases(string? Like) : Statement;

/// <summary>SHOW TABLES [FROM database] [LIKE pattern].</summary>
internal sealed record ShowTables(QualifiedName? Database, string? Like) : Statement;

/// <summary>SHOW MEASURES FROM database.table [LIKE pattern].</summary>
internal sealed record ShowMeasures(QualifiedName Table, string? Like) : Statement;

/// <summary>DESCRIBE database.table.</summary>
internal sealed record DescribeStatement(QualifiedName Table) : Statement;

internal sealed record QualifiedName(SourcePosition Position, IReadOnlyList<string> Parts);

/// <summary>A whole query: WITH, body, ORDER BY, OFFSET and LIMIT.</summary>
internal sealed record QuerySyntax(
    SourcePosition Position,
    IReadOnlyList<CommonTable> With,
    QueryBody Body,
    IReadOnlyList<SortItem> OrderBy,
    long? Offset,
    long? Limit);

internal sealed record CommonTable(SourcePosition Position, string Name, IReadOnlyList<string>? Columns, QuerySyntax Query);

internal abstract record QueryBody(SourcePosition Position);

internal sealed record SelectBody(SourcePosition Position) : QueryBody(Position)
{
    public bool IsDistinct { get; init; }

    public required IReadOnlyList<SelectItem> Items { get; init; }

    public Relation? From { get; init; }

    public Expression? Where { get; init; }

    /// <summary>Null without GROUP BY.</summary>
    public GroupBySyntax? GroupBy { get; init; }

    public Expression? Having { get; init; }

    /// <summary>The windows of the WINDOW clause.</summary>
    public IReadOnlyList<NamedWindow> Windows { get; init; } = [];
}

/// <summary>GROUP BY; with DISTINCT, equal grouping sets count once.</summary>
internal sealed record GroupBySyntax(SourcePosition Position, bool IsDistinct, IReadOnlyList<GroupingElement> Elements);

internal enum GroupingKind
{
    /// <summary>The sets as they are: one expression is one set, <c>GROUPING SETS (...)</c> are several.</summary>
    Sets,
    Rollup,
    Cube,
}

/// <summary>An element of GROUP BY; each of its sets is a list of expressions, empty for <c>()</c>.</summary>
internal sealed record GroupingElement(
    SourcePosition Position, GroupingKind Kind, IReadOnlyList<IReadOnlyList<Expression>> Sets);

/// <summary>UNION, INTERSECT or EXCEPT; without ALL, rows are distinct.</summary>
internal sealed record SetOperation(SourcePosition Position, string Operator, bool All, QueryBody Left, QueryBody Right)
    : QueryBody(Position);

/// <summary>A query in parentheses as a body.</summary>
internal sealed record NestedBody(SourcePosition Position, QuerySyntax Query) : QueryBody(Position);

internal sealed record ValuesBody(SourcePosition Position, IReadOnlyList<Expression> Rows) : QueryBody(Position);

/// <summary>A column of the result: an expression, or all columns when <see cref="Expression"/> is null.</summary>
internal sealed record SelectItem(SourcePosition Position, Expression? Expression, string? Alias, QualifiedName? StarOf);

internal abstract record Relation(SourcePosition Position);

internal sealed record TableRelation(SourcePosition Position, QualifiedName Name) : Relation(Position);

internal sealed record QueryRelation(SourcePosition Position, QuerySyntax Query) : Relation(Position);

/// <summary>LATERAL (query): a subquery that can name columns of what is left of it.</summary>
internal sealed record LateralRelation(SourcePosition Position, QuerySyntax Query) : Relation(Position);

/// <summary>UNNEST(array or time series, ...).</summary>
internal sealed record UnnestRelation(SourcePosition Position, IReadOnlyList<Expression> Arguments, bool WithOrdinality)
    : Relation(Position);

internal sealed record AliasedRelation(
    SourcePosition Position, Relation Relation, string Alias, IReadOnlyList<string>? Columns) : Relation(Position);

/// <summary>A join; a CROSS JOIN has neither condition nor columns.</summary>
internal sealed record JoinRelation(SourcePosition Position, string Kind, Relation Left, Relation Right)
    : Relation(Position)
{
    public Expression? On { get; init; }

    public IReadOnlyList<string>? Using { get; init; }
}
