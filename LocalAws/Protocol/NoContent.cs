namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>The response of an operation that answers with an empty body.</summary>
internal readonly record struct NoContent;
