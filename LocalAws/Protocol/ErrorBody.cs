using System.Buffers;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>
/// The body of an error in the AWS JSON protocol: <c>{"__type":"…","message":"…"}</c> and members of its own.
/// </summary>
internal static class ErrorBody
{
    /// <param name="output">Where to write.</param>
    /// <param name="typeName">The error's name, with its namespace; null where something else tells it.</param>
    /// <param name="exception">The error.</param>
    public static void Write(IBufferWriter<byte> output, string? typeName, AwsException exception)
    {
        using var writer = new Utf8JsonWriter(output, AwsJson.WriterOptions);
        writer.WriteStartObject();
        if (typeName is not null)
        {
            writer.WriteString("__type"u8, typeName);
        }

        writer.WriteString("message"u8, exception.Message);
        exception.WriteMembers(writer);
        writer.WriteEndObject();
    }
}
