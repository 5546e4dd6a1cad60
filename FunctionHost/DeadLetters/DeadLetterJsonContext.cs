using System.Text.Json.Serialization;

namespace TelemetryAspire.FunctionHost;

/// <summary>How a dead letter is written: one JSON object, readable to a person.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DeadLetter))]
public sealed partial class DeadLetterJsonContext : JsonSerializerContext;
