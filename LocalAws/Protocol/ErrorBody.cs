using System.Buffers;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>
/// The body of an error in the AWS JSON protocol: <c>{"__type":"…","message":"…"}</c> and members of its own.
/// </summary>
internal static class ErrorBody
{
    public static void Write(IBufferWriter<byte> output, string errorNamespace, AwsException exception)
    {
        using var writer = new Utf8JsonWriter(output, AwsJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("__type"u8, errorNamespace + exception.Code);
        writer.WriteString("message"u8, exception.Message);
        exception.WriteMembers(writer);
        writer.WriteEndObject();
    }
}
