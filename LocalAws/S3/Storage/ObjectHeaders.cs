using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>How an object's headers are kept in one column of the database.</summary>
internal static class ObjectHeaders
{
    public static string Serialize(IReadOnlyDictionary<string, string> headers) =>
        JsonSerializer.Serialize(headers, ObjectHeadersJson.Default.IReadOnlyDictionaryStringString);

    public static IReadOnlyDictionary<string, string> Deserialize(string json) =>
        JsonSerializer.Deserialize(json, ObjectHeadersJson.Default.IReadOnlyDictionaryStringString)!;
}

/// <summary>The serializer of <see cref="ObjectHeaders"/>.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class ObjectHeadersJson : JsonSerializerContext;
