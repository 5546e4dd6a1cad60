namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>A pattern holds something that means nothing.</summary>
internal sealed class InvalidPatternException(string message) : Exception(message);
