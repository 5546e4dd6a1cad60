namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>The expressions of a GROUP BY, by their SQL: equal expressions have equal SQL.</summary>
internal sealed class GroupKeys(IEnumerable<BoundExpression> keys)
{
    private readonly HashSet<string> _keys = [.. keys.Select(key => key.Sql)];

    public static GroupKeys None { get; } = new([]);

    public bool IsEmpty => _keys.Count == 0;

    public bool Contains(BoundExpression expression) => _keys.Contains(expression.Sql);

    /// <summary>An expression that is grouped by names no column freely.</summary>
    public BoundExpression Apply(BoundExpression expression) =>
        Contains(expression) ? expression with { FreeColumn = null } : expression;
}
