#nullable enable

using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.Polyfill.AwsJson;

/// <summary>An enumeration of the SDK is a <see cref="ConstantClass"/>; its value is the text on the wire.</summary>
/// <param name="find">The class's <c>FindValue</c>: a value newer than this assembly is kept, not refused.</param>
internal sealed class ConstantConverter<T>(Func<string, T> find) : JsonConverter<T>
    where T : ConstantClass
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value ? find(value) : null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
