namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>UNLOAD (query) TO 's3://bucket/prefix' [WITH (option = value, ...)].</summary>
internal sealed record UnloadStatement(
    SourcePosition Position,
    QuerySyntax Query,
    SourcePosition DestinationPosition,
    string Destination,
    IReadOnlyList<UnloadOption> Options) : Statement;

/// <summary>An option: a text, or for partitioned_by names; the other is null.</summary>
internal sealed record UnloadOption(SourcePosition Position, string Name, string? Text, IReadOnlyList<string>? Names);
