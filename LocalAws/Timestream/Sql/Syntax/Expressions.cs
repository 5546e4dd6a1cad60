namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>An expression of the syntax tree.</summary>
internal abstract record Expression(SourcePosition Position);

/// <summary>A literal in the form it was written; <see cref="SqlTokenKind"/> says which kind of number or text.</summary>
internal sealed record Literal(SourcePosition Position, SqlTokenKind Kind, string Text) : Expression(Position);

internal sealed record BooleanLiteral(SourcePosition Position, bool Value) : Expression(Position);

internal sealed record NullLiteral(SourcePosition Position) : Expression(Position);

/// <summary><c>15m</c> or <c>INTERVAL '2' DAY</c>.</summary>
internal sealed record IntervalLiteral(SourcePosition Position, long Amount, string Unit) : Expression(Position);

/// <summary><c>TIMESTAMP '...'</c>, <c>DOUBLE '0.0'</c> and the like; the name is in upper case.</summary>
internal sealed record TypedLiteral(SourcePosition Position, string TypeName, string Text) : Expression(Position);

/// <summary><c>@name</c>.</summary>
internal sealed record ParameterReference(SourcePosition Position, string Name) : Expression(Position);

/// <summary>A column, or a field of a row: <c>c</c>, <c>t.c</c>, <c>db.t.c</c>; the names are as written.</summary>
internal sealed record NameReference(SourcePosition Position, IReadOnlyList<string> Parts) : Expression(Position);

internal sealed record UnaryExpression(SourcePosition Position, string Operator, Expression Operand) : Expression(Position);

/// <summary>Arithmetic, comparison, <c>||</c>, AND or OR; the operator is in upper case.</summary>
internal sealed record BinaryExpression(SourcePosition Position, string Operator, Expression Left, Expression Right)
    : Expression(Position);

internal sealed record IsNullExpression(SourcePosition Position, Expression Operand, bool Negated) : Expression(Position);

internal sealed record IsDistinctExpression(SourcePosition Position, Expression Left, Expression Right, bool Negated)
    : Expression(Position);

internal sealed record BetweenExpression(
    SourcePosition Position, Expression Operand, Expression Low, Expression High, bool Negated) : Expression(Position);

internal sealed record InListExpression(
    SourcePosition Position, Expression Operand, IReadOnlyList<Expression> Items, bool Negated) : Expression(Position);

internal sealed record InQueryExpression(SourcePosition Position, Expression Operand, QuerySyntax Query, bool Negated)
    : Expression(Position);

/// <summary><c>x &gt; ALL (SELECT ...)</c>; ANY and SOME are the same.</summary>
internal sealed record QuantifiedExpression(
    SourcePosition Position, string Operator, bool All, Expression Left, QuerySyntax Query) : Expression(Position);

internal sealed record LikeExpression(
    SourcePosition Position, Expression Operand, Expression Pattern, Expression? Escape, bool Negated)
    : Expression(Position);

internal sealed record ExistsExpression(SourcePosition Position, QuerySyntax Query) : Expression(Position);

internal sealed record QueryExpression(SourcePosition Position, QuerySyntax Query) : Expression(Position);

internal sealed record CaseBranch(Expression When, Expression Then);

internal sealed record CaseExpression(
    SourcePosition Position, Expression? Operand, IReadOnlyList<CaseBranch> Branches, Expression? Else)
    : Expression(Position);

internal sealed record CastExpression(SourcePosition Position, Expression Operand, TypeSyntax Type, bool IsTry)
    : Expression(Position);

/// <summary><c>TRY(x / y)</c>: NULL where computing it fails.</summary>
internal sealed record TryExpression(SourcePosition Position, Expression Operand) : Expression(Position);

internal sealed record ArrayExpression(SourcePosition Position, IReadOnlyList<Expression> Items) : Expression(Position);

internal sealed record RowExpression(SourcePosition Position, IReadOnlyList<Expression> Items) : Expression(Position)
{
    /// <summary>Whether it was written without ROW: <c>(a, b)</c>, which is a list of expressions in GROUP BY.</summary>
    public bool IsList { get; init; }
}

internal sealed record SubscriptExpression(SourcePosition Position, Expression Operand, Expression Index)
    : Expression(Position);

/// <summary>A field of a row that is no plain name: <c>f(x).field</c>, <c>rows[1].field</c>.</summary>
internal sealed record FieldExpression(SourcePosition Position, Expression Operand, string Field) : Expression(Position);

/// <summary>A call of a scalar, aggregate or window function; the name is in lower case.</summary>
internal sealed record FunctionCall(SourcePosition Position, string Name, IReadOnlyList<Expression> Arguments)
    : Expression(Position)
{
    /// <summary><c>count(*)</c>.</summary>
    public bool IsStar { get; init; }

    public bool IsDistinct { get; init; }

    public IReadOnlyList<SortItem> OrderBy { get; init; } = [];

    public Expression? Filter { get; init; }

    public bool IgnoreNulls { get; init; }

    public WindowSpecification? Window { get; init; }
}

/// <summary><c>x -&gt; x + 1</c> or <c>(s, x) -&gt; s + x</c>: an argument of functions such as filter and reduce.</summary>
internal sealed record LambdaExpression(SourcePosition Position, IReadOnlyList<string> Parameters, Expression Body)
    : Expression(Position);

/// <summary>A type as written: <c>array(bigint)</c>, <c>row(a bigint, b varchar)</c>.</summary>
internal sealed record TypeSyntax(
    SourcePosition Position, string Name, IReadOnlyList<TypeSyntax> Arguments, string? FieldName = null);

/// <summary>An item of ORDER BY; <paramref name="NullsFirst"/> is null when not said: nulls last then.</summary>
internal sealed record SortItem(Expression Expression, bool Descending, bool? NullsFirst);

/// <summary>What stands in OVER or WINDOW; <paramref name="Base"/> is the named window it starts from.</summary>
internal sealed record WindowSpecification(
    SourcePosition Position,
    string? Base,
    IReadOnlyList<Expression> PartitionBy,
    IReadOnlyList<SortItem> OrderBy,
    WindowFrame? Frame);

/// <summary>A window of the WINDOW clause.</summary>
internal sealed record NamedWindow(SourcePosition Position, string Name, WindowSpecification Window);

/// <summary>A window frame: its unit, and its bounds.</summary>
internal sealed record WindowFrame(SourcePosition Position, string Unit, FrameBound Start, FrameBound End);

/// <summary><c>UNBOUNDED PRECEDING</c>, <c>CURRENT ROW</c>, or an offset with its direction.</summary>
internal sealed record FrameBound(string Kind, Expression? Offset);
