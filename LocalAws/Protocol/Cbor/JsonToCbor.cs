using System.Formats.Cbor;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Protocol.Cbor;

/// <summary>
/// Turns JSON without blobs and timestamps into CBOR: errors, and parts of messages that can only write JSON.
/// </summary>
internal static class JsonToCbor
{
    public static void Transcode(JsonElement json, CborWriter writer)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartMap(json.GetPropertyCount());
                foreach (var member in json.EnumerateObject())
                {
                    writer.WriteTextString(member.Name);
                    Transcode(member.Value, writer);
                }

                writer.WriteEndMap();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray(json.GetArrayLength());
                foreach (var item in json.EnumerateArray())
                {
                    Transcode(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                Scalar(json, writer);
                break;
        }
    }

    private static void Scalar(JsonElement json, CborWriter writer)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                writer.WriteTextString(json.GetString()!);
                break;
            case JsonValueKind.Number when json.TryGetInt64(out var integer):
                writer.WriteInt64(integer);
                break;
            case JsonValueKind.Number:
                writer.WriteDouble(json.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBoolean(json.GetBoolean());
                break;
            default:
                writer.WriteNull();
                break;
        }
    }
}
