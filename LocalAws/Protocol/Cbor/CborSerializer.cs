using System.Collections;
using System.Formats.Cbor;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Protocol.Cbor;

/// <summary>Writes a message as CBOR by the same contract that writes it as JSON.</summary>
internal static class CborSerializer
{
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write; members that are null are left out, as AWS does.</param>
    /// <param name="type">The contract of its type.</param>
    public static void Write(CborWriter writer, object? value, JsonTypeInfo type)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case ICborWritable writable:
                writable.WriteCbor(writer);
                break;
            case string text:
                writer.WriteTextString(text);
                break;
            case bool boolean:
                writer.WriteBoolean(boolean);
                break;
            case int or long:
                writer.WriteInt64(Convert.ToInt64(value, provider: null));
                break;
            case double number:
                writer.WriteDouble(number);
                break;
            case byte[] blob:
                writer.WriteByteString(blob);
                break;
            case DateTimeOffset time:
                CborTimestamp.Write(writer, time.ToUnixTimeMilliseconds());
                break;
            default:
                WriteContainer(writer, value, type);
                break;
        }
    }

    private static void WriteContainer(CborWriter writer, object value, JsonTypeInfo type)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                WriteObject(writer, value, type);
                break;
            case JsonTypeInfoKind.Enumerable when value is IEnumerable items:
                WriteList(writer, items, type.Options.GetTypeInfo(type.ElementType!));
                break;
            case JsonTypeInfoKind.Dictionary when value is IDictionary entries:
                WriteMap(writer, entries, type.Options.GetTypeInfo(type.ElementType!));
                break;
            default:
                JsonToCbor.Transcode(JsonSerializer.SerializeToElement(value, type), writer);
                break;
        }
    }

    private static void WriteObject(CborWriter writer, object value, JsonTypeInfo type)
    {
        writer.WriteStartMap(null);
        foreach (var property in type.Properties)
        {
            if (property.Get?.Invoke(value) is { } member && property.ShouldSerialize?.Invoke(value, member) != false)
            {
                writer.WriteTextString(property.Name);
                Write(writer, member, type.Options.GetTypeInfo(property.PropertyType));
            }
        }

        writer.WriteEndMap();
    }

    private static void WriteList(CborWriter writer, IEnumerable items, JsonTypeInfo itemType)
    {
        writer.WriteStartArray(null);
        foreach (var item in items)
        {
            Write(writer, item, itemType);
        }

        writer.WriteEndArray();
    }

    private static void WriteMap(CborWriter writer, IDictionary entries, JsonTypeInfo valueType)
    {
        writer.WriteStartMap(entries.Count);
        foreach (DictionaryEntry entry in entries)
        {
            writer.WriteTextString((string)entry.Key);
            Write(writer, entry.Value, valueType);
        }

        writer.WriteEndMap();
    }
}
