namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>A tag of a database, a table or a scheduled query, as the API and the catalog have it.</summary>
internal sealed record Tag(string? Key, string? Value);
