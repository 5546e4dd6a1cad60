using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>An expression in DuckDB's SQL with its type. Equal expressions have equal SQL: names are resolved in it.</summary>
/// <param name="Sql">Complete in itself: parenthesised where an operator beside it could tear it apart.</param>
/// <param name="Type">The type in the dialect.</param>
internal sealed record BoundExpression(string Sql, SqlType Type)
{
    public bool HasAggregate { get; init; }

    public bool HasWindow { get; init; }

    /// <summary>A column outside aggregate functions that is no part of a GROUP BY expression; null when there is none.</summary>
    public NameReference? FreeColumn { get; init; }

    /// <summary>The text of a string literal: the dialect reads it as a timestamp or date beside one.</summary>
    public string? LiteralText { get; init; }

    /// <summary>The query parameter that this is, until it is given a type by what stands beside it.</summary>
    public PreparedParameter? Parameter { get; init; }

    /// <summary>Whether a double is known to be none that is not a number: a literal, or a column of a table.</summary>
    public bool IsNeverNaN { get; init; }

    /// <summary>The number of an interval literal, in nanoseconds or months.</summary>
    public long? LiteralInterval { get; init; }

    /// <summary>The lambda expression that stands as this argument of a function; the function binds its body.</summary>
    public LambdaArgument? Lambda { get; init; }

    /// <summary>An expression made of others: what is true of a part is true of the whole.</summary>
    public static BoundExpression Of(string sql, SqlType type, params IEnumerable<BoundExpression> parts)
    {
        var result = new BoundExpression(sql, type);
        foreach (var part in parts)
        {
            result = result with
            {
                HasAggregate = result.HasAggregate || part.HasAggregate,
                HasWindow = result.HasWindow || part.HasWindow,
                FreeColumn = result.FreeColumn ?? part.FreeColumn,
            };
        }

        return result;
    }

    /// <summary>The same expression in other SQL and another type, for a cast.</summary>
    public BoundExpression As(string sql, SqlType type) =>
        this with { Sql = sql, Type = type, LiteralText = null, LiteralInterval = null, Parameter = null, IsNeverNaN = false };
}
