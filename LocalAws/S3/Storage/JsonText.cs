using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>How headers and tags are kept in one column of the database each.</summary>
internal static class JsonText
{
    public static string Serialize(IReadOnlyDictionary<string, string> values) =>
        JsonSerializer.Serialize(values, JsonTextContext.Default.IReadOnlyDictionaryStringString);

    public static IReadOnlyDictionary<string, string> Deserialize(string json) =>
        JsonSerializer.Deserialize(json, JsonTextContext.Default.IReadOnlyDictionaryStringString)!;
}

/// <summary>The serializer of <see cref="JsonText"/>.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class JsonTextContext : JsonSerializerContext;
