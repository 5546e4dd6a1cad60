#nullable enable

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Polyfill.AwsJson;

/// <summary>A blob on the wire is base64 text; in the SDK it is a <see cref="MemoryStream"/>.</summary>
/// <remarks>The whole stream is sent, wherever its position stands, as the SDK does.</remarks>
internal sealed class BlobConverter : JsonConverter<MemoryStream>
{
    /// <inheritdoc/>
    public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetBytesFromBase64());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.TryGetBuffer(out ArraySegment<byte> buffer) ? buffer : value.ToArray());
}
