#nullable enable

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Amazon.Polyfill.AwsJson;

/// <summary>What all operations of one AWS JSON service have in common.</summary>
/// <param name="ServiceName">Name the SDK uses in logs and signing, for example <c>Amazon.Kinesis</c>.</param>
/// <param name="TargetPrefix">First half of <c>X-Amz-Target</c>, for example <c>Kinesis_20131202</c>.</param>
/// <param name="JsonVersion">Version in the content type: 1.0 or 1.1, as the service's model states it.</param>
/// <param name="Json">Metadata of every request and response of the service.</param>
/// <param name="Errors">The service's modelled exceptions.</param>
internal sealed record AwsJsonProtocol(
    string ServiceName, string TargetPrefix, string JsonVersion, JsonSerializerOptions Json, AwsJsonErrors Errors)
{
    // Public members of the base classes in AWSSDK.Core; they describe the HTTP reply and are no part of its body.
    private static readonly HashSet<string> TransportMembers = ["ResponseMetadata", "ContentLength", "HttpStatusCode"];

    /// <summary>The content type of every request.</summary>
    public string ContentType { get; } = $"application/x-amz-json-{JsonVersion}";

    /// <summary>Metadata of one request or response type.</summary>
    public JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Json.GetTypeInfo(typeof(T));

    /// <summary>
    /// Serializer options for a service: absent members are left out, blobs are base64, timestamps are epoch seconds
    /// and enumerations are their wire names.
    /// </summary>
    /// <param name="resolver">The service's source-generated context.</param>
    /// <param name="enumerations">One <see cref="ConstantConverter{T}"/> per enumeration of the service.</param>
    public static JsonSerializerOptions CreateJsonOptions(
        IJsonTypeInfoResolver resolver, params ReadOnlySpan<JsonConverter> enumerations)
    {
        var options = new JsonSerializerOptions
        {
            // The body never stands in HTML: only what JSON itself asks for is escaped.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            TypeInfoResolver = resolver.WithAddedModifier(RemoveTransportMembers),
        };
        options.Converters.Add(new BlobConverter());
        options.Converters.Add(new EpochSecondsConverter());
        foreach (JsonConverter enumeration in enumerations)
        {
            options.Converters.Add(enumeration);
        }

        options.MakeReadOnly();
        return options;
    }

    private static void RemoveTransportMembers(JsonTypeInfo type)
    {
        for (int i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (TransportMembers.Contains(type.Properties[i].Name))
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}
