namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>What is left of WHERE after the table's scan has taken over what it can.</summary>
/// <param name="Sql">The condition; null when none is left.</param>
/// <param name="IsOfRows">Whether it names columns only that are stored in the rows themselves.</param>
internal sealed record WhereClause(string? Sql, bool IsOfRows);
