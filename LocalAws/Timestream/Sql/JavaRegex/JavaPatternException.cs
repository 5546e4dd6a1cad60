namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <summary>A text is no pattern of Java, or uses what is not available here; the message says where.</summary>
internal sealed class JavaPatternException(string message) : Exception(message);
