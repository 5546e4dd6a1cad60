namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>What stands in FROM: its columns, and its SQL once everything that may name them is bound.</summary>
internal sealed record BoundRelation(IReadOnlyList<Field> Fields, Func<string> ToSql);
