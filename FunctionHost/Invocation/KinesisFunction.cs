namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>A function that listens to a stream, with its settings filled in.</summary>
internal sealed record KinesisFunction(FunctionDefinition Definition, string StreamName, int BatchSize);
