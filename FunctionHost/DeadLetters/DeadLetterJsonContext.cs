using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelemetryAspire.FunctionHost;

/// <summary>How a dead letter is written: one JSON object.</summary>
[JsonSerializable(typeof(DeadLetter))]
public sealed partial class DeadLetterJsonContext : JsonSerializerContext
{
    /// <summary>Indented, and with quotes and letters of any language as they are: a person reads it.</summary>
    public static DeadLetterJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
