namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>What stands in FROM: its columns, and its SQL once everything that may name them is bound.</summary>
internal sealed record BoundRelation(IReadOnlyList<Field> Fields, Func<string> ToSql)
{
    /// <summary>The table's scan when this is one table and nothing else.</summary>
    public TableScan? Scan { get; init; }
}
